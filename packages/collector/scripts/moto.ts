import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { TestProject } from 'vitest/node';
import { pythonEnvironment } from './python.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where moto answers as AWS does. */
    readonly awsEndpoint: string;
  }
}

const READY_WITHIN_MS = 60_000;

/** Starts moto for a test run, and gives back how to stop it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const port = await freePort();
  const program = path.join(pythonEnvironment(), 'moto_server');
  const moto = spawn(program, ['-H', '127.0.0.1', '-p', String(port)], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  moto.stderr.on('data', (text: Buffer) => (said = `${said}${text.toString()}`.slice(-2000)));
  const ended = once(moto, 'exit');
  const stop = async () => {
    if (moto.exitCode !== null || moto.signalCode !== null) return;
    moto.kill();
    await ended;
  };
  const endpoint = `http://127.0.0.1:${port}`;
  if (!(await answers(endpoint, moto))) {
    await stop();
    throw new Error(`moto did not start:\n${said}`);
  }
  project.provide('awsEndpoint', endpoint);
  return stop;
}

async function answers(endpoint: string, moto: ChildProcess): Promise<boolean> {
  const deadline = performance.now() + READY_WITHIN_MS;
  while (moto.exitCode === null && performance.now() < deadline) {
    const response = await fetch(`${endpoint}/moto-api/`).catch(() => null);
    if (response?.ok) return true;
    await setTimeout(100);
  }
  return false;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

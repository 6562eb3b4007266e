import { useQuery } from '@apollo/client/react';
import { AppShell, Burger } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import { Link, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { FirstScan } from '../features/accounts/first-scan.tsx';
import { ScanControl } from '../features/scans/scan-control.tsx';
import { tellFinished } from '../features/scans/tell-finished.tsx';
import { graphql } from '../lib/graphql.ts';
import { ScanSessionProvider } from '../lib/scan-session.tsx';
import { Banners } from './banners.tsx';
import { ColourSchemeToggle } from './colour-scheme-toggle.tsx';
import { Logo } from './logo.tsx';
import { Navigation } from './navigation.tsx';
import classes from './shell.module.css';

const ShellQuery = graphql(`
  query Shell {
    serverInfo {
      demo
      version
    }
    accounts(first: 100) {
      totalCount
      nodes {
        id
        name
        externalId
      }
    }
    scans(first: 1, filter: { status: [QUEUED, RUNNING] }) {
      nodes {
        id
      }
    }
  }
`);

/** How often to look for scans that were started elsewhere. */
const POLL_MS = 15_000;
/** Pages that have something to show before there is an account. */
const WORKS_EMPTY = /^\/(rules|accounts)(\/|$)/;

export function Shell() {
  const [opened, { toggle, close }] = useDisclosure();
  const { pathname } = useLocation();
  const main = useFocusOnNavigation(pathname);
  const { data } = useQuery(ShellQuery, { pollInterval: POLL_MS, skipPollAttempt: () => document.hidden });
  const isEmpty = data?.accounts.totalCount === 0;
  const accounts = data?.accounts.nodes ?? [];

  return (
    <ScanSessionProvider runningId={data?.scans.nodes[0]?.id ?? null} onFinished={tellFinished}>
      <a className={classes['skip']} href="#main">
        Skip to the content
      </a>
      <AppShell
        header={{ height: 52 }}
        navbar={{ width: 208, breakpoint: 'sm', collapsed: { mobile: !opened } }}
        padding={{ base: 'md', lg: 'xl' }}
      >
        <AppShell.Header>
          <div className={classes['header']}>
            <Burger opened={opened} onClick={toggle} hiddenFrom="sm" size="sm" aria-label="Navigation" />
            <Link to="/" className={classes['brand']}>
              <Logo />
              Plumbline
            </Link>
            {accounts.length > 0 && <ScanControl accounts={accounts} />}
            <ColourSchemeToggle />
          </div>
        </AppShell.Header>
        <AppShell.Navbar aria-label="Main">
          <Navigation version={data?.serverInfo.version ?? null} onNavigate={close} />
        </AppShell.Navbar>
        <AppShell.Main id="main" tabIndex={-1} ref={main} className={classes['main']}>
          <Banners demo={data?.serverInfo.demo ?? false} empty={isEmpty && WORKS_EMPTY.test(pathname)} />
          {isEmpty && !WORKS_EMPTY.test(pathname) ? <FirstScan /> : <Outlet />}
        </AppShell.Main>
      </AppShell>
      <Notifications position="bottom-right" />
      <ScrollRestoration getKey={({ pathname }) => pathname} />
    </ScanSessionProvider>
  );
}

/** Takes the focus to the content when a page changes, as a page load would. */
function useFocusOnNavigation(pathname: string) {
  const main = useRef<HTMLElement>(null);
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current !== pathname) main.current?.focus({ preventScroll: true });
    before.current = pathname;
  }, [pathname]);
  return main;
}

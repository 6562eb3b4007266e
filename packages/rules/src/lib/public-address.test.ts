import { instance, instanceInterface } from '@plumbline/model/testing';
import { isCollected, type Instance } from '@plumbline/model';
import { expect, test } from 'vitest';
import { publicAddresses } from './public-address.ts';

function addressesOf(fields: Partial<Instance>) {
  const described = instance(fields).facets.instance;
  if (!described || !isCollected(described)) throw new Error('the builder describes it');
  return publicAddresses(described);
}

test('the main address stands at its interface, whose groups guard it', () => {
  expect(addressesOf({ PublicIpAddress: '52.18.4.1' })).toEqual([
    {
      address: '52.18.4.1',
      family: 'ipv4',
      pointer: '/instance/NetworkInterfaces/0/Association/PublicIp',
      groups: ['sg-0d9f6b3a4c5e7f8a1'],
      subnet: 'subnet-0c8e5a2f3b4d6e7f9',
    },
  ]);
});

test('the main address counts where the recording has no interface for it', () => {
  const [address] = addressesOf({ PublicIpAddress: '52.18.4.1', NetworkInterfaces: [] });
  expect(address).toMatchObject({ pointer: '/instance/PublicIpAddress', groups: ['sg-0d9f6b3a4c5e7f8a1'] });
});

test('an Elastic IP of a secondary address of a second interface counts, with the groups of that interface', () => {
  const second = instanceInterface(
    { SubnetId: 'subnet-2' },
    {
      Groups: [{ GroupId: 'sg-2' }],
      PrivateIpAddresses: [
        { PrivateIpAddress: '10.20.2.7', Primary: true },
        { PrivateIpAddress: '10.20.2.8', Association: { PublicIp: '34.240.9.9' } },
      ],
    },
  );
  expect(addressesOf({ NetworkInterfaces: [instanceInterface({}), second] })).toEqual([
    {
      address: '34.240.9.9',
      family: 'ipv4',
      pointer: '/instance/NetworkInterfaces/1/PrivateIpAddresses/1/Association/PublicIp',
      groups: ['sg-2'],
      subnet: 'subnet-2',
    },
  ]);
});

test('IPv6 counts unless it is local', () => {
  expect(addressesOf({ Ipv6Address: '2a05:d018:1::7' })).toMatchObject([
    { family: 'ipv6', pointer: '/instance/NetworkInterfaces/0/Ipv6Addresses/0/Ipv6Address' },
  ]);
  expect(addressesOf({ Ipv6Address: 'fd00:ec2::7' })).toEqual([]);
});

test('a carrier address and none at all do not count', () => {
  expect(
    addressesOf({ NetworkInterfaces: [instanceInterface({}, { Association: { CarrierIp: '155.146.1.1' } })] }),
  ).toEqual([]);
  expect(addressesOf({ NetworkInterfaces: undefined, PublicIpAddress: '' })).toEqual([]);
});

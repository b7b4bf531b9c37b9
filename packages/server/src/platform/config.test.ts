import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { ConfigError } from './config-error.ts';

describe('readConfig', () => {
  it('has a default for everything', () => {
    expect(readConfig({})).toMatchObject({
      port: 8042,
      host: '127.0.0.1',
      demo: false,
      databaseUrl: null,
      trustedProxies: [],
    });
  });

  it('takes settings from the environment, and flags before them', () => {
    const environment = {
      OVERREAD_PORT: '9000',
      OVERREAD_DEMO: 'yes',
      HOME: '/root',
      OVERREAD_TRUSTED_PROXIES: '10.0.0.1, 10.0.0.2',
    };
    const config = readConfig(environment, { OVERREAD_PORT: '9001', OVERREAD_HOST: undefined });
    expect(config).toMatchObject({
      port: 9001,
      demo: true,
      host: '127.0.0.1',
      trustedProxies: ['10.0.0.1', '10.0.0.2'],
    });
  });

  it('makes the data folder absolute', () => {
    expect(readConfig({ OVERREAD_DATA: 'somewhere' }).dataFolder).toBe(`${process.cwd()}/somewhere`);
    expect(readConfig({ OVERREAD_DATA: '/var/lib/overread' }).dataFolder).toBe('/var/lib/overread');
  });

  it('names every wrong setting and what it is, and no value: it may be a password', () => {
    const wrong = { OVERREAD_PORT: '70000', OVERREAD_DATABASE_URL: 'mysql://me:secret@host', OVERREAD_PROT: '1' };
    expect(() => readConfig(wrong)).toThrow(ConfigError);
    const message = (() => {
      try {
        readConfig(wrong);
      } catch (error) {
        return (error as Error).message;
      }
      return '';
    })();
    expect(message).toContain('OVERREAD_PROT is no setting');
    expect(message).toContain('OVERREAD_PORT');
    expect(message).toContain('OVERREAD_DATABASE_URL');
    expect(message).not.toContain('secret');
    expect(message.split('\n').length).toBe(3);
  });
});

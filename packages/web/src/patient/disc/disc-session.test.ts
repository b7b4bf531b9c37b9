import type { DeliveryStatement, ImportView } from '@overread/contract/imports.ts';
import { BRAIN_PROTOCOL, makeStudy } from '@overread/demo';
import { describe, expect, it } from 'vitest';
import { DiscSession } from './disc-session.ts';
import { type DiscSessionParts, nameOf } from './disc-state.ts';
import { type PickedFile, partsOf } from './reading/disc-model.ts';
import { createDiscReader } from './reading/read-disc.ts';
import { createImportMemory } from './sending/import-memory.ts';
import { KnownGone, LineLost, SendingStopped, type SendUpload } from './sending/send-upload.ts';

function discOf(seed: string): PickedFile[] {
  const disc = makeStudy({
    seed,
    scale: { slices: 3, matrix: 32 },
    protocol: BRAIN_PROTOCOL.slice(3, 4),
    faults: { otherPatient: true },
  });
  return disc.files.map(({ path, bytes }) => ({
    path: `disc/${path}`,
    file: new File([new Uint8Array(bytes)], path.split('/').at(-1) ?? ''),
  }));
}

function storage() {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  };
}

function setUp(more: Partial<DiscSessionParts> = {}, store = storage()) {
  const asked: string[] = [];
  const statements: (DeliveryStatement | null)[] = [];
  const sent: { fingerprint: string; importId: string; text: string }[] = [];
  const send: SendUpload = async ({ body, fingerprint, metadata, onProgress }) => {
    onProgress(body.size);
    sent.push({ fingerprint, importId: metadata.importId, text: (await body.text()).slice(4, 4_000) });
  };
  const parts: DiscSessionParts = {
    caseId: 'case-1',
    reader: createDiscReader(),
    memory: createImportMemory('case-1', store),
    send,
    openImport: async () => {
      asked.push('open');
      return { importId: `import-${asked.length}` } as ImportView;
    },
    known: async () => new Set(),
    finishImport: async (importId, statement) => {
      asked.push(`finish ${importId}`);
      statements.push(statement);
      return {} as ImportView;
    },
    endpoint: '/uploads',
    isOpen: () => true,
    isChosen: ({ summary }) => summary.patient.name.startsWith('Okafor'),
    pause: async () => undefined,
    nowMs: () => 0,
    ...more,
  };
  return { session: new DiscSession(parts), asked, sent, store, statements };
}

/** The study of the case's patient, and the other one. */
function twoOf(session: DiscSession) {
  const studies = session.state().contents?.studies ?? [];
  return studies.toSorted((a, b) => a.summary.patient.name.localeCompare(b.summary.patient.name));
}

describe('a disc on its way', () => {
  it('is read, shown with the other person left out, sent and finished', async () => {
    const { session, asked, sent, statements } = setUp();
    await session.choose(discOf('one'));
    expect(session.state()).toMatchObject({ phase: 'found', name: 'disc', problem: null });
    expect(session.state().contents?.studies).toHaveLength(2);
    const [own, other] = twoOf(session);
    expect([...session.state().chosen]).toEqual(own === undefined ? [] : partsOf(own));
    await session.send();
    expect(session.state()).toMatchObject({ phase: 'sent', begun: null });
    expect(asked).toEqual(['open', 'finish import-1']);
    for (const { path } of own?.images ?? []) expect(sent[0]?.text).toContain(JSON.stringify(path));
    const left = { why: 'other-person', study: '', series: '', date: '', images: other?.images.length };
    expect(statements).toEqual([expect.objectContaining({ notSent: [left] })]);
    expect(JSON.stringify(statements)).not.toContain(other?.summary.patient.name);
  });

  it('sends nothing while nothing is chosen', async () => {
    const { session, asked } = setUp({ isChosen: () => false });
    await session.choose(discOf('one'));
    await session.send();
    expect(asked).toEqual([]);
    session.toggle(['part']);
    expect([...session.state().chosen]).toEqual(['part']);
  });

  it('leaves out a series by choice, and says so', async () => {
    const { session, sent, statements } = setUp();
    await session.choose(discOf('one'));
    const [own] = twoOf(session);
    const [first = ''] = own === undefined ? [] : partsOf(own);
    session.toggle([first]);
    session.toggle(['packed\nnone']);
    await session.send();
    expect(sent).toEqual([]);
    const images = own?.images.length;
    expect(statements[0]?.notSent).toContainEqual(
      expect.objectContaining({ why: 'choice', study: own?.summary.description, images }),
    );
  });

  it('sends once more what was here when it was asked for, and is gone at the end', async () => {
    let ends = 0;
    const { session, sent } = setUp({
      known: async (_, sha256s) => new Set(ends === 0 ? sha256s : []),
      finishImport: async () => {
        ends += 1;
        if (ends === 1) throw new KnownGone('gone');
        return {} as ImportView;
      },
    });
    await session.choose(discOf('one'));
    await session.send();
    expect(ends).toBe(2);
    expect(sent).toHaveLength(1);
    expect(session.state()).toMatchObject({ phase: 'sent', problem: null });
  });

  it('goes on by itself after a reload when the same disc is chosen again, in the same delivery', async () => {
    const first = setUp({ send: async () => Promise.reject(new SendingStopped(401, '')) });
    await first.session.choose(discOf('one'));
    await first.session.send();
    expect(first.session.state().problem).toEqual({ kind: 'refused', message: '', signIn: true });
    const again = setUp({}, first.store);
    expect(again.session.state()).toMatchObject({ phase: 'empty', begun: { importId: 'import-1', name: 'disc' } });
    await again.session.choose(discOf('one'));
    expect(again.session.state().phase).toBe('sent');
    expect(again.asked).toEqual(['finish import-1']);
    expect(again.sent[0]?.importId).toBe('import-1');
  });

  it('waits for the person after a reload when another disc is chosen', async () => {
    const first = setUp({ send: async () => Promise.reject(new SendingStopped(401, '')) });
    await first.session.choose(discOf('one'));
    await first.session.send();
    const again = setUp({}, first.store);
    await again.session.choose(discOf('another'));
    expect(again.session.state()).toMatchObject({ phase: 'found', sameDisc: false });
  });

  it('only tells the service that all is there when the page was closed after the last upload', async () => {
    const first = setUp({ finishImport: () => Promise.reject(new SendingStopped(500, '')) });
    await first.session.choose(discOf('one'));
    await first.session.send();
    const again = setUp({}, first.store);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(again.asked).toEqual(['finish import-1']);
    expect(again.session.state().phase).toBe('sent');
  });

  it('begins anew where the service has ended the delivery meanwhile', async () => {
    const first = setUp({ send: async () => Promise.reject(new SendingStopped(401, '')) });
    await first.session.choose(discOf('one'));
    await first.session.send();
    const again = setUp({ isOpen: () => false }, first.store);
    expect(again.session.state()).toMatchObject({ begun: null, importId: null });
    await again.session.choose(discOf('one'));
    await again.session.send();
    expect(again.asked).toEqual(['open', 'finish import-1']);
  });

  it('asks until the service is reached', async () => {
    let failures = 0;
    const { session, asked } = setUp({
      finishImport: async () => {
        failures += 1;
        if (failures < 4) throw new LineLost('away');
        return {} as ImportView;
      },
    });
    await session.choose(discOf('one'));
    await session.send();
    expect(failures).toBe(4);
    expect(asked).toEqual(['open']);
    expect(session.state().phase).toBe('sent');
  });

  it('stops when the person says so, and goes on', async () => {
    let tries = 0;
    const { session, sent } = setUp({
      send: ({ signal }) => {
        tries += 1;
        if (tries > 1) return Promise.resolve();
        return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
      },
    });
    await session.choose(discOf('one'));
    const sending = session.send();
    while (tries === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    session.stop();
    await sending;
    expect(session.state()).toMatchObject({ phase: 'found', problem: null });
    await session.send();
    expect(session.state().phase).toBe('sent');
    expect(sent).toEqual([]);
  });
});

it('a disc is called by its folder, several files by nothing', () => {
  const picked = (path: string) => ({ path, file: new File([], 'x') });
  expect(nameOf([picked('MRI/a'), picked('MRI/b')])).toBe('MRI');
  expect(nameOf([picked('scan.zip')])).toBe('scan.zip');
  expect(nameOf([picked('a'), picked('b')])).toBe('');
});

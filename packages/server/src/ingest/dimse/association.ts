import type { Socket } from 'node:net';
import { IMPLEMENTATION } from '../../archive/index.ts';
import type { Log } from '../../platform/ports.ts';
import { COMMANDS, type DimseCommand, readCommand, STATUS, writeResponse } from './command.ts';
import type { AssociationRecord, DimseSettings, Reception } from './model.ts';
import {
  type AnsweredContext,
  type AssociateRequest,
  abort,
  associateAccept,
  associateReject,
  BadPdu,
  commandPdus,
  createPduReader,
  PDU,
  type Pdu,
  type Pdv,
  pdvsIn,
  type Rejection,
  readAssociateRequest,
  releaseResponse,
} from './pdu.ts';
import { isPeer, plainAddress } from './peers.ts';
import { APPLICATION_CONTEXT, answerContext, VERIFICATION } from './services.ts';
import { storeObject } from './store-object.ts';

export interface AssociationDeps {
  readonly settings: DimseSettings;
  readonly log: Log;
  /** Whether one association more is too many. */
  isFull(): boolean;
  open(peer: { readonly callingAe: string; readonly address: string }): Reception;
  /** Memory for objects that come in, shared by all associations: false when there is none left. */
  claim(bytes: number): boolean;
  free(bytes: number): void;
}

interface Message {
  readonly contextId: number;
  readonly command: DimseCommand;
  /** Pieces of the data set; null when there was no room for them: they are read and left. */
  data: Buffer[] | null;
  bytes: number;
}

interface Association {
  readonly deps: AssociationDeps;
  readonly socket: Socket;
  request: AssociateRequest | null;
  contexts: ReadonlyMap<number, AnsweredContext & { readonly abstractSyntax: string }>;
  reception: Reception | null;
  command: Buffer[];
  message: Message | null;
  stored: number;
  failed: number;
}

/** PS3.8 table 9-26: an unexpected PDU. */
const UNEXPECTED = 2;

/** Serves one connection to its end and says what became of it; null when nothing was asked (a probe of the port). */
export async function serveAssociation(socket: Socket, deps: AssociationDeps): Promise<AssociationRecord | null> {
  const { settings, log } = deps;
  const at = new Date();
  const address = plainAddress(socket.remoteAddress ?? '');
  socket.setNoDelay(true);
  socket.setTimeout(settings.idleMs, () => socket.destroy());
  const association: Association = {
    ...{ deps, socket, request: null, contexts: new Map(), reception: null },
    ...{ command: [], message: null, stored: 0, failed: 0 },
  };
  let trouble: AssociationRecord['trouble'] = null;
  try {
    trouble = await converse(association, address);
  } catch (error) {
    trouble = 'broken';
    log.warn({ err: error, address }, 'an association broke off');
    if (error instanceof BadPdu && socket.writable) socket.end(abort(error.reason));
    else socket.destroy();
  } finally {
    if (association.message) deps.free(association.message.bytes);
    await association.reception?.close();
  }
  const { request, stored, failed } = association;
  if (request === null) return null;
  const { callingAe, calledAe } = request;
  const isTls = 'encrypted' in socket;
  log.info({ callingAe, calledAe, address, stored, failed, trouble }, 'an association ended');
  return { callingAe, calledAe, address, isTls, at, endedAt: new Date(), stored, failed, trouble };
}

/** Reads PDU after PDU; each is answered before the next is read, so that a fast sender waits. */
async function converse(association: Association, address: string): Promise<AssociationRecord['trouble']> {
  const { socket, deps } = association;
  const pdus = createPduReader(deps.settings.maxPdu);
  // What is written last must still arrive: the socket is closed by who asked for the association, or after a while.
  for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
    for (const pdu of pdus(chunk as Buffer)) {
      const end = association.request === null ? associate(association, pdu, address) : await takePdu(association, pdu);
      if (end !== 'on') return end;
    }
  }
  return association.request === null ? null : 'broken';
}

/** How an association ended, or that it goes on. */
type End = AssociationRecord['trouble'] | 'on';

async function takePdu(association: Association, { type, body }: Pdu): Promise<End> {
  const { socket } = association;
  switch (type) {
    case PDU.data:
      for (const pdv of pdvsIn(body)) await takePdv(association, pdv);
      return 'on';
    case PDU.releaseRequest:
      socket.end(releaseResponse());
      return null;
    case PDU.abort:
      socket.end();
      return 'broken';
    default:
      throw new BadPdu('a PDU that is not expected here', UNEXPECTED);
  }
}

function refusalOf({ deps }: Association, request: AssociateRequest, address: string): Rejection | null {
  const { settings } = deps;
  if ((request.protocolVersion & 1) === 0) return 'protocol-version';
  if (request.applicationContext !== APPLICATION_CONTEXT) return 'application-context';
  if (request.calledAe !== settings.ae) return 'called-ae';
  if (!isPeer(settings.peers, request.callingAe, address)) return 'calling-ae';
  return deps.isFull() ? 'too-many' : null;
}

function associate(association: Association, { type, body }: Pdu, address: string): End {
  const { deps, socket } = association;
  if (type !== PDU.associateRequest) throw new BadPdu('a PDU before the association', UNEXPECTED);
  const request = readAssociateRequest(body);
  association.request = request;
  const refused = refusalOf(association, request, address);
  if (refused !== null) {
    socket.end(associateReject(refused));
    return refused;
  }
  const contexts = request.contexts.map((proposed) => ({ ...proposed, ...answerContext(proposed) }));
  association.contexts = new Map(contexts.filter(({ result }) => result === 0).map((each) => [each.id, each]));
  association.reception = deps.open({ callingAe: request.callingAe, address });
  const { maxPdu } = deps.settings;
  socket.write(associateAccept({ request, contexts, maxPdu, implementation: IMPLEMENTATION }));
  return 'on';
}

async function takePdv(association: Association, { contextId, isCommand, isLast, bytes }: Pdv): Promise<void> {
  const { deps, message } = association;
  if (!association.contexts.has(contextId)) throw new BadPdu('data in a context that was not agreed on');
  if (isCommand) {
    association.command.push(bytes);
    if (!isLast) return;
    const command = readCommand(Buffer.concat(association.command));
    association.command = [];
    if (command.field === COMMANDS.cancel) return;
    association.message = { contextId, command, data: [], bytes: 0 };
    if (!command.hasDataSet) await answer(association, association.message);
    return;
  }
  if (message === null || message.contextId !== contextId) throw new BadPdu('a data set without its command');
  if (message.data !== null && deps.claim(bytes.length)) {
    message.data.push(bytes);
    message.bytes += bytes.length;
  } else {
    message.data = null;
    deps.free(message.bytes);
    message.bytes = 0;
  }
  if (isLast) await answer(association, message);
}

async function answer(association: Association, message: Message): Promise<void> {
  const { deps, socket, request } = association;
  const { status, comment } = await outcomeOf(association, message);
  association.message = null;
  deps.free(message.bytes);
  const response = writeResponse(message.command, status, comment);
  socket.write(commandPdus(message.contextId, response, request?.maxPdu ?? 0));
}

interface Outcome {
  readonly status: number;
  readonly comment?: string;
}

async function outcomeOf(association: Association, { contextId, command, data }: Message): Promise<Outcome> {
  const { contexts, reception, deps } = association;
  const context = contexts.get(contextId);
  if (command.field === COMMANDS.echo) return { status: STATUS.success };
  if (command.field !== COMMANDS.store || context === undefined || reception === null) {
    return { status: STATUS.unknownOperation };
  }
  if (context.abstractSyntax === VERIFICATION) return { status: STATUS.noSuchClass };
  const outcome =
    data === null
      ? { status: STATUS.full, comment: 'No memory for an object of this size' }
      : await storeObject({ command, data, transferSyntax: context.transferSyntax }, reception, deps.log);
  if (outcome.status === STATUS.success) association.stored += 1;
  else association.failed += 1;
  return outcome;
}

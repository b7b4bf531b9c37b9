import { startDimse, startHoldingRooms } from './dimse-rooms.ts';

/** C-STORE in a process of its own, to be killed: prints its port. */
const [folder = ''] = process.argv.slice(2);
const rooms = await startHoldingRooms({ folder });
const { port } = await startDimse(rooms);
process.stdout.write(`${JSON.stringify({ port })}\n`);

import { demoHandover, demoPractice } from '@overread/cli/demo/handover.ts';
import { createMaker } from '@overread/cli/demo/maker.ts';
import { readConfig, startService } from '@overread/server';

const [folder = ''] = process.argv.slice(2);
const config = readConfig({
  OVERREAD_DATA: folder,
  OVERREAD_PORT: '0',
  OVERREAD_DEMO: 'true',
  OVERREAD_LOG: process.env.OVERREAD_LOG ?? 'error',
  OVERREAD_DIMSE_PORT: process.env.OVERREAD_DIMSE_PORT,
  OVERREAD_DIMSE_PEERS: process.env.OVERREAD_DIMSE_PEERS,
});
const maker = createMaker();
const service = await startService({ config, practice: demoPractice(), demo: demoHandover(maker) });
const links = await service.demoLinks();
const coordinator = links.find(({ role }) => role === 'coordinator')?.href;
console.log(JSON.stringify({ url: service.url, coordinator }));
process.once('SIGTERM', async () => {
  await service.stop();
  await maker.close();
  process.exit(0);
});

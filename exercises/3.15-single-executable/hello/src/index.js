import { Command } from 'commander';
import about from '../package.json' with { type: 'json' };
import { greeting } from './greetings.js';
import { createServer } from './server.js';

const program = new Command(about.name)
  .description(about.description)
  .version(about.version)
  .option('-p, --port <number>', 'port to listen on', process.env.PORT ?? '8080')
  .action(({ port }) => serve(Number(port)));

program
  .command('say')
  .description('say it here, instead of listening')
  .argument('[language]', 'such as fi, or de-CH', 'en')
  .action((language) => console.log(greeting(language)));

program.parse();

function serve(port) {
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    program.error('error: the port has to be a number from 1 to 65535');
  }
  const server = createServer().listen(port, () => console.log(`hello listening on port ${port}`));
  for (const signal of ['SIGTERM', 'SIGINT']) {
    process.once(signal, () => server.close());
  }
}

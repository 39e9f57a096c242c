import http from 'node:http';
import { greeting } from './greetings.js';

/** Answers GET / with a greeting; X-Nonce comes back, so that a live answer can be told from a canned one. */
export function createServer() {
  return http.createServer((request, response) => {
    const nonce = request.headers['x-nonce'];
    if (nonce) {
      response.setHeader('X-Nonce', nonce);
    }
    response.setHeader('Content-Type', 'text/plain; charset=utf-8');
    response.setHeader('Vary', 'Accept-Language');
    const [path] = request.url.split('?');
    if (path !== '/') {
      response.writeHead(404).end('Nobody here.\n');
    } else if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    } else {
      response.end(`${greeting(request.headers['accept-language'])}!\n`);
    }
  });
}

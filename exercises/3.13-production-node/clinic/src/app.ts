import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { diagnoses } from '../data/diagnoses.js';
import { patients } from '../data/patients.js';
import { InvalidPatient, parseNewPatient } from './newPatient.js';
import { Register } from './register.js';

/** The whole API, listening nowhere yet. */
export function createApp(): Express {
  const register = new Register(patients);
  const app = express();
  app.disable('x-powered-by');
  app.use(echoNonce);
  app.use(express.json({ limit: '16kb' }));

  app.get('/api/ping', (_request, response) => {
    response.type('text/plain').send('pong');
  });
  app.get('/api/diagnoses', (_request, response) => {
    response.json(diagnoses);
  });
  app.get('/api/patients', (_request, response) => {
    response.json(register.all());
  });
  app.get('/api/patients/:id', (request, response) => {
    const patient = register.find(request.params.id);
    if (patient) {
      response.json(patient);
    } else {
      response.status(404).json({ problems: ['there is no patient with this id'] });
    }
  });
  app.post('/api/patients', (request, response) => {
    response.status(201).json(register.add(parseNewPatient(request.body)));
  });

  app.use(answerInvalidPatient);
  return app;
}

/** Sends X-Nonce back: whoever asks can tell a live answer from a canned one. */
function echoNonce(request: Request, response: Response, next: NextFunction): void {
  const nonce = request.get('X-Nonce');
  if (nonce) {
    response.set('X-Nonce', nonce);
  }
  next();
}

/** Everything else is Express's: it shows a stack trace, unless NODE_ENV is `production`. */
function answerInvalidPatient(error: unknown, _request: Request, response: Response, next: NextFunction): void {
  if (error instanceof InvalidPatient) {
    response.status(400).json({ problems: error.problems });
  } else {
    next(error);
  }
}

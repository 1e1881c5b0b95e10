import { parentPort, workerData } from 'node:worker_threads';
import type { FromVerifier, VerifierJob } from '../protocol/model/verifier-messages';
import { doJob } from './node-verifier-job';

// A thread that does one job. The extension ends it when it has its answer, or when the user cancels.
const port = parentPort;
if (port) {
  const post = (message: FromVerifier): void => port.postMessage(message);
  void doJob(workerData as VerifierJob, post).then(post);
}

// The scripts themselves run on Node 20 or later; everything behind them runs on the Node 24 they install.
import { CannotGoOn } from './say.mjs';

const OLDEST_MAJOR = 20;

export function checkNodeVersion(version = process.versions.node) {
  if (Number.parseInt(version, 10) < OLDEST_MAJOR) {
    throw new CannotGoOn(
      `Revino's scripts need Node ${OLDEST_MAJOR} or later, and this is Node ${version}: install a newer one, then run the same command again.`,
    );
  }
}

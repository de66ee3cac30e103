import { byId } from './page';

const pause = 20_000;
let saidAt = 0;
let waiting = 0;
let make: (() => string) | null = null;

/** One polite announcement at most every 20 seconds; the latest one wins. */
export function say(text: () => string): void {
  make = text;
  window.clearTimeout(waiting);
  waiting = window.setTimeout(() => {
    saidAt = Date.now();
    const words = make?.() ?? '';
    make = null;
    if (words) byId('upplast')!.textContent = words;
  }, Math.max(300, saidAt + pause - Date.now()));
}

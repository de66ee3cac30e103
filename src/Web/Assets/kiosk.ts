// A public screen. Without this the page goes back to the start by itself three minutes after it was shown; with it, three minutes after
// the last sign of life, with a question twenty seconds before.
document.documentElement.dataset['script'] = 'on';

// Going back in the browser would show what somebody else has answered.
const arrival = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined;
const start = document.querySelector<HTMLElement>('header a')?.getAttribute('href');
if (arrival?.type === 'back_forward' && start) location.replace(start);
addEventListener('pageshow', (event) => {
  if (event.persisted && start) location.replace(start);
});

const question = document.querySelector<HTMLDialogElement>('#vantar');
if (question) {
  const seconds = (name: string): number => Number(question.dataset[name]);
  let last = Date.now();
  const alive = (): void => {
    last = Date.now();
    if (question.open) question.close();
  };
  for (const sign of ['pointerdown', 'keydown', 'input']) addEventListener(sign, alive, { passive: true });
  setInterval(() => {
    const idle = (Date.now() - last) / 1000;
    if (idle >= seconds('slut')) location.replace(question.dataset['till'] ?? location.pathname);
    else if (idle >= seconds('varna') && !question.open) question.showModal();
  }, 1000);
}

// A class answers on its devices, also when the network goes away. Without this the same page leads into the ordinary flow.
import { Field, type Words } from './klass/field';
import { check, isEmpty, sheetOf, shown, type Answer, type Question } from './klass/rules';
import { send, type Outcome } from './klass/send';
import { all, find, forget, keep, keepPage, type Kept } from './klass/store';

type Part = 'start' | 'fraga' | 'kolla' | 'vantar' | 'klart' | 'stopp';

const AGAIN = 15_000;
const page = document.querySelector<HTMLElement>('#klass');
const element = <T extends HTMLElement = HTMLElement>(id: string): T => document.getElementById(id) as T;

/** Answers that waited from before, also somebody else's: they go when they can, and nobody sees them. */
async function sendWaiting(except: string): Promise<{ waited: number; left: number }> {
  const waiting = (await all()).filter((kept) => kept.sheet !== undefined && kept.key !== except);
  let left = 0;
  for (const kept of waiting) if ((await send(kept.key)).what === 'wait') left += 1;
  return { waited: waiting.length, left };
}

if (page) await begin(page);
else await report();

/** Where the code is typed: says whether something waits. */
async function report(): Promise<void> {
  const note = element('klass-vantar');
  const look = async (): Promise<void> => {
    const { waited, left } = await sendWaiting('');
    if (waited === 0) return;
    if (left === 0) note.textContent = note.dataset['skickat'] ?? '';
    note.hidden = false;
  };
  addEventListener('online', () => void look());
  await look();
}

async function begin(main: HTMLElement): Promise<void> {
  const data = (name: string): string => main.dataset[name] ?? '';
  const questions = JSON.parse(data('fragor')) as Question[];
  const words = JSON.parse(data('ord')) as Words;
  const templates = [...document.querySelectorAll<HTMLTemplateElement>('template[data-nr]')];
  const own = data('nyckel');
  const start = element('klass-start');
  let kept: Kept = (await find(own)) ?? { key: own, ticket: data('biljett'), to: data('skicka'), answers: {}, place: -1 };
  let field: Field | undefined;
  let sending = false;
  let shownPart: Part = 'start';

  // One part at a time is on the page; the others lie in templates.
  const show = (part: Part): void => {
    shownPart = part;
    const template = document.querySelector<HTMLTemplateElement>(`template[data-del=${part}]`);
    main.replaceChildren(template ? template.content.cloneNode(true) : start);
    main.querySelector<HTMLElement>('h1')?.focus();
    scrollTo(0, 0);
  };

  const ask = (place: number): void => {
    const asked = shown(questions, kept.answers);
    kept.place = place;
    show('fraga');
    field = new Field(element('klass-falt'), questions[place]!, words);
    field.show(templates[place]!, kept.answers[questions[place]!.key], asked.slice(0, place).filter(Boolean).length + 1, asked.filter(Boolean).length);
  };

  const move = (from: number, by: 1 | -1): void => {
    const asked = shown(questions, kept.answers);
    let place = from + by;
    while (place >= 0 && place < questions.length && !asked[place]) place += by;
    kept.place = place;
    if (kept.sheet === undefined) void keep(kept);
    if (place < 0) show('start');
    else if (place < questions.length) ask(place);
    else review();
  };

  const review = (): void => {
    const asked = shown(questions, kept.answers);
    show('kolla');
    element('klass-svar').replaceChildren(...questions.flatMap((question, i) => (asked[i] ? [row(question, i)] : [])));
  };

  const row = (question: Question, place: number): HTMLElement => {
    const line = document.createElement('div');
    const change = Object.assign(document.createElement('button'), { type: 'button', className: 'lank-knapp', textContent: words.change });
    change.append(Object.assign(document.createElement('span'), { className: 'dold', textContent: ` ${question.text}` }));
    change.addEventListener('click', () => ask(place));
    const changing = Object.assign(document.createElement('dd'), { className: 'andra' });
    changing.append(change);
    line.append(Object.assign(document.createElement('dt'), { textContent: question.text }), told(question, kept.answers[question.key], words), changing);
    return line;
  };

  const tell = (outcome: Outcome): void => {
    switch (outcome.what) {
      case 'wait':
        if (shownPart !== 'vantar') show('vantar');
        break;
      case 'mend': {
        delete kept.sheet;
        const place = Math.max(0, questions.findIndex((question) => question.key === outcome.question));
        ask(place);
        field?.complain(questions[place]!.says.missing);
        break;
      }
      case 'never':
        kept.answers = {};
        show('stopp');
        element('klass-varfor').textContent = outcome.why;
        break;
      default:
        kept.answers = {};
        show('klart');
        element('klass-kvitto').textContent = outcome.what === 'sent' ? outcome.receipt : '';
        element('klass-nar').textContent = outcome.what === 'sent' ? outcome.at : '';
        element('klass-kvittoruta').hidden = outcome.what === 'gone';
    }
  };

  const go = async (): Promise<void> => {
    if (sending || kept.sheet === undefined) return;
    sending = true;
    try {
      const outcome = await send(own);
      if (outcome.what !== 'wait') delete kept.sheet;
      tell(outcome);
    } finally {
      sending = false;
    }
  };

  const next = (): void => {
    const question = questions[kept.place]!;
    const checked = check(question, field!.choices(), field!.typed());
    if ('wrong' in checked) {
      field!.complain(checked.wrong);
      return;
    }
    if (isEmpty(checked.answer)) delete kept.answers[question.key];
    else kept.answers[question.key] = checked.answer;
    move(kept.place, 1);
  };

  const finish = async (): Promise<void> => {
    if (kept.sheet !== undefined) return;
    kept.sheet = sheetOf(questions, kept.answers);
    await keep(kept);
    await go();
  };

  const acts: Record<string, () => unknown> = {
    borja: () => move(-1, 1), bakat: () => move(kept.place, -1), sista: () => move(questions.length, -1), skicka: finish, igen: go,
  };
  // The second click of a double click would answer a question that nobody has read.
  main.addEventListener('click', (event) => {
    if (event.detail > 1 && (event.target as Element).closest('button')) {
      event.preventDefault();
      event.stopPropagation();
    }
  }, { capture: true });
  main.addEventListener('click', (event) => {
    const act = (event.target as Element).closest<HTMLElement>('[data-gor]')?.dataset['gor'];
    if (act === undefined) return;
    event.preventDefault();
    void acts[act]?.();
  });
  main.addEventListener('submit', (event) => {
    event.preventDefault();
    next();
  });
  addEventListener('online', () => void go());
  addEventListener('pageshow', () => void go());
  setInterval(() => void go(), AGAIN);

  // Somebody began on this device and left: what they have not sent is theirs, and goes.
  for (const old of await all()) if (old.key !== own && old.sheet === undefined) await forget(old.key);
  if (kept.sheet !== undefined) {
    show('vantar');
    await go();
  } else if (kept.place >= questions.length) {
    review();
  } else if (kept.place >= 0) {
    ask(kept.place);
  }
  void sendWaiting(own);
  if (await keepPage(data('vakt'), data('plats'))) start.querySelector<HTMLElement>('#klass-hamtat')!.hidden = false;
}

/** One answer as its giver reads it back. */
function told(question: Question, answer: Answer | undefined, words: Words): HTMLElement {
  const value = document.createElement('dd');
  if (answer === undefined || answer.length === 0) {
    value.className = 'svag';
    value.textContent = words.left;
  } else if (typeof answer === 'string') {
    value.className = 'radbrytning';
    value.textContent = question.unit ? `${answer} ${question.unit}` : answer;
  } else {
    value.append(...answer.map((choice, i) => Object.assign(document.createElement('span'), {
      className: 'valrad', textContent: (question.kind === 'Ranking' ? `${i + 1}. ` : '') + (question.choices[choice] ?? choice),
    })));
  }
  return value;
}

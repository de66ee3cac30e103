// When a question is asked and what may be answered, for showing only: the server runs the same logic again on what is sent (Route, AnswerCheck).
export type Answer = string | string[];
export type Answers = Record<string, Answer>;

export interface Condition {
  if: 'choice' | 'answered' | 'number' | 'date' | 'all' | 'any' | 'not';
  question?: string;
  choices?: string[];
  from?: number | string;
  to?: number | string;
  conditions?: Condition[];
  condition?: Condition;
}

export interface Question {
  key: string;
  kind: string;
  text: string;
  unit?: string;
  required: boolean;
  most: number;
  maxLength: number;
  lowest?: number;
  highest?: number;
  decimals: number;
  point: boolean;
  typed: boolean;
  choices: Record<string, string>;
  outside: string[];
  if?: Condition;
  says: Record<'missing' | 'many' | 'alone' | 'long' | 'number' | 'limits' | 'decimals' | 'day' | 'point', string>;
}

const MOST_NUMBER = 1e12;

export const isEmpty = (answer: Answer | undefined): boolean => answer === undefined || answer.length === 0;

/** Whether each question is asked with these answers. Answers to what is not asked do not count. */
export function shown(questions: readonly Question[], answers: Answers): boolean[] {
  const counted: Answers = {};
  return questions.map((question) => {
    const asked = !question.if || holds(question.if, counted);
    const answer = answers[question.key];
    if (asked && answer !== undefined) counted[question.key] = answer;
    return asked;
  });
}

function holds(condition: Condition, answers: Answers): boolean {
  switch (condition.if) {
    case 'all':
      return condition.conditions!.every((c) => holds(c, answers));
    case 'any':
      return condition.conditions!.some((c) => holds(c, answers));
    case 'not':
      return !holds(condition.condition!, answers);
    default:
      return compares(condition, answers[condition.question!]);
  }
}

function compares(condition: Condition, answer: Answer | undefined): boolean {
  const text = typeof answer === 'string' ? answer : '';
  const between = (value: number | string): boolean =>
    (condition.from === undefined || value >= condition.from) && (condition.to === undefined || value <= condition.to);
  switch (condition.if) {
    case 'choice':
      return Array.isArray(answer) && answer.some((choice) => condition.choices!.includes(choice));
    case 'number':
      return text !== '' && !Number.isNaN(Number(text)) && between(Number(text));
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(text) && between(text);
    default:
      return !isEmpty(answer);
  }
}

/** The answer in its normal form, or what is wrong with it in words. */
export function check(question: Question, choices: string[], typed: string): { answer: Answer } | { wrong: string } {
  if (question.typed && choices.length === 0) return checkTyped(question, typed.trim());
  if (choices.length === 0) return question.required ? { wrong: question.says.missing } : { answer: [] };
  const most = question.kind === 'Multiple' || question.kind === 'Ranking' ? question.most : 1;
  if (choices.length > most) return { wrong: question.says.many };
  const outside = choices.find((choice) => question.outside.includes(choice));
  return choices.length > 1 && outside !== undefined
    ? { wrong: question.says.alone.replace('{0}', question.choices[outside] ?? '') }
    : { answer: choices };
}

function checkTyped(question: Question, text: string): { answer: Answer } | { wrong: string } {
  if (text === '') return question.required ? { wrong: question.says.missing } : { answer: '' };
  if (question.kind === 'Number') return checkNumber(question, text);
  if (question.kind === 'Date') return checkDay(question, text);
  if (question.kind === 'Place' && question.point) return isPoint(text) ? { answer: text } : { wrong: question.says.point };
  return text.length > question.maxLength
    ? { wrong: question.says.long.replace('{0}', String(text.length - question.maxLength)).replace('{1}', String(question.maxLength)) }
    : { answer: text };
}

function checkNumber(question: Question, text: string): { answer: Answer } | { wrong: string } {
  const bare = text.replace(/\s/g, '').replaceAll(',', '.').replaceAll('\u2212', '-');
  if (bare.length > 28 || !/^[-+]?(\d+\.?\d*|\.\d+)$/.test(bare)) return { wrong: question.says.number };
  const value = Number(bare);
  if (value < (question.lowest ?? -MOST_NUMBER) || value > (question.highest ?? MOST_NUMBER)) return { wrong: question.says.limits };
  const decimals = (bare.split('.')[1] ?? '').replace(/0+$/, '').length;
  return decimals > question.decimals ? { wrong: question.says.decimals } : { answer: bare };
}

function checkDay(question: Question, text: string): { answer: Answer } | { wrong: string } {
  const found = /^(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})$|^(?<y2>\d{4})(?<m2>\d{2})(?<d2>\d{2})$|^(?<d3>\d{1,2})[/.](?<m3>\d{1,2})[ .](?<y3>\d{4})$/.exec(text)?.groups;
  if (!found) return { wrong: question.says.day };
  const [year, month, day] = [found['y'] ?? found['y2'] ?? found['y3'], found['m'] ?? found['m2'] ?? found['m3'], found['d'] ?? found['d2'] ?? found['d3']];
  const written = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  const real = new Date(`${written}T00:00:00Z`);
  return Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== written ? { wrong: question.says.day } : { answer: written };
}

/** With a space between them the comma may be a decimal comma; without, it parts them. */
function isPoint(text: string): boolean {
  const spaced = text.split(/[ \u00a0;]/).filter((part) => part !== '');
  const parts = spaced.length === 2 ? spaced.map((part) => part.replace(/^,+|,+$/g, '').replaceAll(',', '.')) : text.split(',').map((part) => part.trim());
  return parts.length === 2 && parts.every((part, i) => /^[-+]?(\d+\.?\d*|\.\d+)$/.test(part) && Math.abs(Number(part)) <= (i === 0 ? 90 : 180));
}

/** As the server reads a sheet: what is asked and answered, choices as arrays and texts as strings. */
export function sheetOf(questions: readonly Question[], answers: Answers): string {
  const asked = shown(questions, answers);
  return JSON.stringify(Object.fromEntries(questions.filter((q, i) => asked[i] && !isEmpty(answers[q.key])).map((q) => [q.key, answers[q.key]])));
}

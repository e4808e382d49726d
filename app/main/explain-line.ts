import { z } from 'zod';
import { ExpectedError } from '#app/kernel/errors.ts';
import { answeringCarrier, carrierOfName, isCarrierKey, readCarrierAnswer, readCarrierEvent, recogniseNumber, type Scan, type ScanMeaning } from '#app/modules/carriers/index.server.ts';
import { foldScans, isAnswerProvider, readSourceAnswer } from '#app/modules/parcels/index.pure.ts';

const text = z.union([z.string(), z.number().transform(String)]).nullish();
const numberQuestion = z.looseObject({ number: z.union([z.string(), z.number().transform(String)]), carrier: text, told: text, origin: text, destination: text });
const eventQuestion = z.looseObject({ carrier: text, code: text, text });
const answerQuestion = z.looseObject({ provider: z.string(), body: z.unknown() });

/** What one line of `tracking:explain` is answered with; whatever stands in it, something is answered. */
export function explainLine(line: string): unknown {
  try {
    const asked: unknown = JSON.parse(line);
    if (typeof asked !== 'object' || asked === null || Array.isArray(asked)) throw unclear();
    if ('provider' in asked) return explainAnswer(answerQuestion.parse(asked));
    if ('number' in asked) return explainNumber(numberQuestion.parse(asked));
    if ('code' in asked || 'text' in asked) return explainEvent(eventQuestion.parse(asked));
    throw unclear();
  } catch (failure) {
    return { error: wordsOf(failure) };
  }
}

function explainNumber({ number, carrier, told, origin, destination }: z.infer<typeof numberQuestion>) {
  const candidates = recogniseNumber(number, { told: told ?? carrier ?? null, origin: origin ?? null, destination: destination ?? null });
  return { candidates: candidates.map(({ carrier: found, valid }) => ({ carrier: found, valid })) };
}

function explainEvent({ carrier, code, text: said }: z.infer<typeof eventQuestion>) {
  if (carrier && !isCarrierKey(carrier) && carrierOfName(carrier) === null && !said) throw new ExpectedError('unknown_carrier', 422, `There is no carrier "${carrier}" whose codes are known.`);
  return { ...readCarrierEvent({ carrier: carrier ?? null, code: code ?? null, text: said ?? null }), checkpoints: [] };
}

function explainAnswer({ provider, body }: z.infer<typeof answerQuestion>) {
  const [first, ...others] = parcelsIn(provider, typeof body === 'string' ? JSON.parse(body) : body);
  if (!first) throw new ExpectedError('no_parcel', 422, `This answer of ${provider} tells of no parcel.`);
  return others.length > 0 ? { ...standing(first), others: others.map(standing) } : standing(first);
}

interface Told {
  scans: readonly Scan[];
  standing?: ScanMeaning | null;
}

function parcelsIn(provider: string, body: unknown): Told[] {
  const aggregator = provider.toLowerCase().replace(/[^a-z0-9]/g, '').replace(/(?:tracking|net)$/, '');
  if (isAnswerProvider(aggregator)) return readSourceAnswer(aggregator, body);
  const carrier = answeringCarrier(provider);
  if (carrier === null) throw new ExpectedError('unknown_provider', 422, `Answers of "${provider}" cannot be read.`);
  return [readCarrierAnswer(carrier, body)];
}

/** How the parcel stood with its last scan: an old answer is explained as it was meant. Without a scan the provider's own word counts, as it does for `expired`. */
function standing({ scans, standing: said }: Told) {
  const newest = scans.reduce((at, { happenedAt }) => Math.max(at, happenedAt.getTime()), 0);
  const byScans = foldScans(scans, new Date(newest));
  const { status, cause } = said?.status && (scans.length === 0 || said.status === 'expired') ? said : byScans;
  const ordered = [...scans].sort((left, right) => left.happenedAt.getTime() - right.happenedAt.getTime());
  return {
    status,
    cause,
    checkpoints: ordered.map((scan) => ({ at: scan.happenedAt.toISOString(), status: scan.status, cause: scan.cause, code: scan.code, text: scan.message, place: scan.place })),
  };
}

function unclear(): ExpectedError {
  return new ExpectedError('unclear', 422, 'A line is {"number"}, {"carrier", "code", "text"} or {"provider", "body"}.');
}

function wordsOf(failure: unknown): string {
  if (failure instanceof SyntaxError) return `This is not JSON: ${failure.message}`;
  if (failure instanceof z.ZodError) return failure.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  return failure instanceof Error ? failure.message : String(failure);
}

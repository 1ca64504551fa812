import type { Entry, Knowledge } from '../content/knowledge.ts'
import type { Candidate, Matcher } from '../matching/matcher.ts'
import { choicesOf, named } from './choices.ts'
import { BETWEEN, SURE } from './confidence.ts'
import { CLEAR, inContext, type Place } from './context.ts'
import type { Audience, Decision, Part, Previous } from './decision.ts'
import { stripper } from './greetings.ts'
import { languageReader } from './languages.ts'
import { mover, pronounsIn } from './moves.ts'
import { readable } from './noise.ts'
import { chosen, ofAnswerBefore, spokenOf } from './ofAnswerBefore.ts'
import { alarming, bestOf, furtherQuestions, type Reading } from './readings.ts'
import { askingIn, isRamble, segments } from './segments.ts'

/** A signpost's own threshold, and what a mere piece of a message must add to it. */
const SAFETY = { score: 0.35, piece: 0.15, near: 0.05 }

/** Below this confidence a correction is read once more, its pronouns put into words. */
const FAINT = 0.65
/** Characters from which a message is long. */
const LONG = 200

/** Message → what the bot makes of it. Deterministic: the same message in the same place gives the same decision. */
export interface Answerer {
  /** @throws Error when the matcher cannot rank */
  decide(message: string, asked: { audience: Audience; previous?: Previous }): Promise<Decision>
}

export function createAnswerer(knowledge: Knowledge, matcher: Matcher): Answerer {
  const { entries, intents, language, languages } = knowledge
  const strip = stripper(language.fillers)
  const moved = mover(language.moves, stripper(language.fillers, 1))
  const inFull = pronounsIn(language.standsFor)
  const tongues = languageReader(knowledge)
  const isAlarming = alarming(knowledge)
  const shortest = new Set(
    [...entries.values()].flatMap(({ phrasings }) => phrasings.filter(({ length }) => length === 1)),
  )

  /** An entry that names its audience is nobody else's. */
  const isFor =
    (audience: Audience) =>
    ({ id }: Candidate): boolean =>
      entries.get(id)?.audience?.includes(audience) ?? true

  /** What only others may do is no second thing to be asked for beside something else. */
  const isOpenTo =
    (audience: Audience) =>
    ({ ranking: [top] }: Reading): boolean =>
      intents.get(top?.id ?? '')?.roles.includes(audience) ?? true

  /** A batch costs as much as if all of it were as long as its longest text: a long whole goes by itself. */
  const ranked = async (texts: readonly string[]): Promise<Candidate[][]> => {
    const [whole = '', ...pieces] = texts
    if (pieces.length === 0 || whole.length < LONG) return matcher.rank(texts)
    return [...(await matcher.rank([whole])), ...(await matcher.rank(pieces))]
  }

  const read = async (message: string, place: Place): Promise<Reading[]> => {
    const bare = strip(message)
    const texts = segments(bare, isAlarming)
    const rankings = await ranked(texts)
    const asks = askingIn(bare)
    const asksInside = isRamble(bare) && texts.slice(1).some(asks)
    return texts.map((text, i) => ({
      text,
      whole: i === 0,
      question: i === 0 ? !asksInside : asks(text),
      ranking: inContext((rankings[i] ?? []).filter(isFor(place.audience)), text, knowledge, place),
    }))
  }

  /** A danger in any piece comes before everything else. */
  const safety = (readings: readonly Reading[]): Part | undefined => {
    for (const { text, whole, ranking } of readings) {
      const danger = ranking.find(({ id }) => entries.get(id)?.topic === 'safety')
      const entry = danger && entries.get(danger.id)
      if (!danger || !entry) continue
      const needed = (entry.threshold ?? SAFETY.score) + (whole ? 0 : SAFETY.piece)
      if (danger.score >= needed && danger.score >= (ranking[0]?.score ?? 0) - SAFETY.near)
        return { outcome: 'signpost', entry, text, candidates: named(ranking, entries) }
    }
    return undefined
  }

  /** A danger told in another language: the signpost, after what that language says of it. */
  const alarm = (text: string): Part | undefined => {
    const found = tongues.alarm(text)
    const entry = found && entries.get(found.entry)
    return (
      entry && {
        outcome: 'signpost',
        entry: { ...entry, body: `${found.before}\n\n${entry.body}` },
        text,
        candidates: [{ id: entry.id, confidence: 1 }],
      }
    )
  }

  const part = ({ text, ranking }: Reading, audience: Audience): Part => {
    const first = ranking[0]
    const candidates = named(ranking, entries)
    const confidence = candidates[0]?.confidence ?? 0
    const entry = first && entries.get(first.id)
    if (!first || confidence < BETWEEN) return { outcome: 'unknown', text, candidates }
    const harmless = entry?.kind === 'signpost'
    if (!harmless && confidence < Math.max(SURE, entry?.threshold ?? 0)) {
      const choices = choicesOf(ranking, knowledge, audience)
      return choices.length > 0
        ? { outcome: 'clarify', choices, text, candidates }
        : { outcome: 'unknown', text, candidates }
    }
    return { ...chosenPart(first.id, text), candidates }
  }

  const chosenPart = (id: string, text: string): Part => {
    const candidates = [{ id, confidence: 1 }]
    const entry = entries.get(id)
    return entry
      ? { outcome: outcomeOf(entry), entry, text, candidates }
      : { outcome: 'action', action: id, text, candidates }
  }

  /** What was asked, in English: up to three parts. */
  const answer = async (message: string, place: Place): Promise<Decision> => {
    const readings = await read(message, place)
    const danger = safety(readings)
    if (danger) return { parts: [danger] }
    const best = bestOf(readings)
    const first = part(best, place.audience)
    const further = decided(first) ? furtherQuestions(best, readings).filter(isOpenTo(place.audience)) : []
    const parts = [first, ...further.map((reading) => part(reading, place.audience)).filter(decided)]
    const at = ({ text }: Part): number => message.indexOf(text)
    return { parts: parts.sort((a, b) => at(a) - at(b)) as [Part] }
  }

  /** The same with its pronouns put into words, when it was not understood as it stands and then is. */
  const answerInFull = async (message: string, place: Place): Promise<Decision> => {
    const decision = await answer(message, place)
    const [first] = decision.parts
    const isOpen = first.outcome === 'unknown' || first.outcome === 'clarify'
    const isDoubtful = place.turned !== undefined && !isDanger(first) && confidenceOf(first) < FAINT
    const full = isOpen || isDoubtful ? inFull(message) : undefined
    if (!full) return decision
    const [other] = (await answer(full, place)).parts
    return decided(other) && confidenceOf(other) >= CLEAR ? { parts: [other] } : decision
  }

  return {
    async decide(message, asked) {
      const text = readable(message, tongues.known)
      const danger = alarm(text)
      if (danger) return { parts: [danger] }
      const choice = chosen(text, asked.previous, language.moves.nth)
      if (choice) return { parts: [chosenPart(choice, text)] }
      const said = hasWords(text) || shortest.has(text.toLowerCase()) ? text : signOf(text, language.signs)
      if (!said) return { parts: [unread(text, languages.noWords)] }
      const { english, say } = tongues.read(said)
      if (!english) return { parts: [say ? unread(said, say) : { outcome: 'unknown', text: said, candidates: [] }] }
      const { move, turned, text: rest } = moved(english)
      const before = move && ofAnswerBefore(move, english, asked, knowledge)
      if (before) return { parts: [before] }
      if (turned === 'away') return answerInFull(rest, { ...asked, turned })
      const returnedTo = turned ? spokenOf(rest, asked.previous, entries) : []
      return returnedTo.length > 0 ? answerInFull(rest, { ...asked, returnedTo }) : answerInFull(english, asked)
    },
  }
}

/** Whether there is a word in it; letters or digits by themselves are none, but `b3` is one. */
const hasWords = (text: string): boolean => /\p{L}{2}|[\p{L}\p{M}]{2}|\p{Script=Han}|\p{L} ?\d/u.test(text)

const unread = (text: string, say: string): Part => ({ outcome: 'unknown', text, say, candidates: [] })

/** The words that the first sign in a message stands for. */
const signOf = (message: string, signs: Readonly<Record<string, string>>): string | undefined =>
  Array.from(message)
    .map((sign) => signs[sign])
    .find((words) => words !== undefined)

const confidenceOf = ({ candidates }: Part): number => candidates[0]?.confidence ?? 0

const isDanger = (part: Part): boolean => part.outcome === 'signpost' && part.entry.topic === 'safety'

const decided = ({ outcome }: Part): boolean =>
  outcome !== 'unknown' && outcome !== 'clarify' && outcome !== 'smalltalk'

function outcomeOf(entry: Entry): 'answered' | 'not-stated' | 'signpost' | 'smalltalk' | 'refused' {
  switch (entry.kind) {
    case 'answer':
      return 'answered'
    case 'not-stated':
    case 'signpost':
      return entry.kind
    case 'smalltalk':
      return entry.outcome ?? 'smalltalk'
  }
}

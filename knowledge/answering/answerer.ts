import type { Knowledge } from '../content/knowledge.ts'
import type { Candidate, Matcher } from '../matching/matcher.ts'
import { type Reading, readingOf, weigh } from './arbiter.ts'
import { cleanText, emojiWords, hasWords } from './cleanText.ts'
import { type Context, rankInContext, STANDALONE } from './contextRanking.ts'
import { dangerDetector } from './dangers.ts'
import type { Audience, Decision, Part } from './decision.ts'
import { figuresOnTable } from './figures/figuresOnTable.ts'
import { fillerStripper } from './fillers.ts'
import { followUpAnswering } from './followUps/answerFollowUp.ts'
import { earlierMentions } from './followUps/earlierMentions.ts'
import { followUpDetector } from './followUps/followUpDetector.ts'
import { pickedChoice } from './followUps/listedAnswers.ts'
import { languageDetector } from './languageDetector.ts'
import { partMaker } from './parts.ts'
import { straightAnswers } from './polar/straightAnswer.ts'
import { straightAnswering } from './polar/straightAnswering.ts'
import { pronounResolver } from './pronouns.ts'
import { bestSegment, dangerWordDetector, furtherQuestions, type SegmentRanking } from './segmentRanking.ts'
import { isRamble, questionDetector, segments } from './segments.ts'
import { namedRanker } from './subjects/namedRanker.ts'
import { tableReader } from './subjects/tableReader.ts'
import { historyOf, type Table } from './table.ts'
import { tablePartMaker } from './tableParts.ts'

/** The confidence below which a correction is ranked again with its pronoun resolved. */
const DOUBTFUL_CORRECTION = 0.65
/** The evidence for a fresh question from which the table is not looked at. */
const SETTLED = 0.8
/** Characters from which a message is long. */
const LONG = 200

/** Message → decision. Deterministic: the same message in the same context gives the same decision. */
export interface Answerer {
  /** @throws Error when the matcher cannot rank */
  decide(message: string, context: { audience: Audience; table?: Table }): Promise<Decision>
}

export function createAnswerer(knowledge: Knowledge, matcher: Matcher): Answerer {
  const { entries, intents, language, languages } = knowledge
  const makes = partMaker(knowledge)
  const { partOf, chosenPart } = makes
  const tableParts = tablePartMaker(knowledge, makes)
  const strip = fillerStripper(language.fillers)
  const detectFollowUp = followUpDetector(knowledge)
  const resolvePronoun = pronounResolver(language.standsFor)
  const detector = languageDetector(knowledge)
  const dangers = dangerDetector(knowledge, detector.danger)
  const hasDangerWord = dangerWordDetector(knowledge)
  const table = tableReader(knowledge)
  const rankNamed = namedRanker(matcher)
  const followUps = followUpAnswering(knowledge, makes, table)
  const straightAnswer = straightAnswers(knowledge)
  const withStraightAnswers = straightAnswering(straightAnswer)
  const oneCharacterPhrasings = new Set(
    [...entries.values()].flatMap(({ phrasings }) => phrasings.filter(({ length }) => length === 1)),
  )

  /** Whether a candidate's entry is for this audience; one that names none is for all. */
  const isFor =
    (audience: Audience) =>
    ({ id }: Candidate): boolean =>
      entries.get(id)?.audience?.includes(audience) ?? true

  /** Whether a further question is no action of another role. */
  const isOpenTo =
    (audience: Audience) =>
    ({ ranking: [top] }: SegmentRanking): boolean =>
      intents.get(top?.id ?? '')?.roles.includes(audience) ?? true

  /** Ranks a long message apart from its segments: a batch costs as much as if all of it were as long as its longest text. */
  const rank = async (texts: readonly string[]): Promise<Candidate[][]> => {
    const [whole = '', ...pieces] = texts
    if (pieces.length === 0 || whole.length < LONG) return matcher.rank(texts)
    return [...(await matcher.rank([whole])), ...(await matcher.rank(pieces))]
  }

  const rankSegments = async (message: string, context: Context): Promise<SegmentRanking[]> => {
    const stripped = strip(message)
    const texts = segments(stripped, hasDangerWord)
    const rankings = await rank(texts)
    const asks = questionDetector(stripped)
    const asksInside = isRamble(stripped) && texts.slice(1).some(asks)
    return texts.map((text, i) => ({
      text,
      whole: i === 0,
      question: i === 0 ? !asksInside : asks(text),
      ranking: inContext(rankings[i] ?? [], text, context),
    }))
  }

  const inContext = (ranking: readonly Candidate[], text: string, context: Context): Candidate[] =>
    rankInContext(ranking.filter(isFor(context.audience)), text, knowledge, context)

  /** Answers an English message in up to three parts. */
  const answer = async (message: string, context: Context): Promise<Answered> => {
    const rankings = await rankSegments(message, context)
    const danger = dangers.inEnglish(rankings)
    if (danger) return { parts: [danger], whole: [] }
    const best = bestSegment(rankings)
    const first = partOf(best, context.audience)
    const further = isDecided(first) ? furtherQuestions(best, rankings).filter(isOpenTo(context.audience)) : []
    const parts = [first, ...further.map((one) => partOf(one, context.audience)).filter(isDecided)]
    const at = ({ text }: Part): number => message.indexOf(text)
    return { parts: parts.sort((a, b) => at(a) - at(b)) as [Part], whole: rankings[0]?.ranking ?? [] }
  }

  /** Answers a message as it stands or, where that is in doubt and this is sure, with its pronoun resolved. */
  const answerResolved = async (message: string, context: Context): Promise<Answered> => {
    const decision = await answer(message, context)
    const [first] = decision.parts
    const isOpen = first.outcome === 'unknown' || first.outcome === 'clarify'
    const isDoubtful = context.shift !== undefined && !isDanger(first) && confidenceOf(first) < DOUBTFUL_CORRECTION
    const resolved = isOpen || isDoubtful ? resolvePronoun(message) : undefined
    if (!resolved) return decision
    const [other] = (await answer(resolved, context)).parts
    return isDecided(other) && confidenceOf(other) >= STANDALONE ? { ...decision, parts: [other] } : decision
  }

  /** A message as it is read alone and against what is on the table; the reading with more evidence is decided on. */
  const decideInContext = async (message: string, context: Context): Promise<Decision> => {
    const stripped = strip(message)
    const { whole, ...alone } = await answerResolved(message, context)
    const [first, second] = alone.parts
    if (second || isDanger(first)) return alone
    const evidence = table.freshEvidence(stripped, context.table, first, context.audience)
    const on = first.candidates[0]?.id ?? ''
    const readings: [Considered, ...Considered[]] = [
      { of: 'fresh', on, because: 'its own words', evidence, decision: alone },
    ]
    const leaning = context.shift || evidence >= SETTLED ? undefined : table.leaning(stripped, context.table)
    if (leaning) {
      const { named, name } = await rankNamed(leaning)
      const read = table.onTable(leaning, { named: inContext(named, stripped, context), name, alone: whole })
      readings.push({ ...read, decision: { parts: [tableParts.ofSubject(message, read, leaning, context.audience)] } })
    }
    const lastTold = entries.get(historyOf(context.table)[0] ?? '')
    if (leaning && lastTold && straightAnswer(message, lastTold))
      readings.push(tableParts.heldAgainst(message, lastTold))
    const counted = context.audience === 'staff' ? figuresOnTable(message, context.table, first) : undefined
    if (counted) readings.push(tableParts.ofFigures(message, counted))
    const { won, runnerUp } = weigh(readings)
    return { ...won.decision, reading: { won: readingOf(won), ...(runnerUp && { runnerUp }) } }
  }

  /** The part with what of its entry it told. */
  const withSubject = (part: Part, context: Context): Part => {
    const about =
      'entry' in part && !part.about ? table.about(strip(part.text), part.entry.id, context.table) : undefined
    return about ? { ...part, about } : part
  }

  const decide = async (message: string, context: Context): Promise<Decision> => {
    const text = cleanText(message, detector.isEnglish)
    const danger = dangers.inAnotherLanguage(text)
    if (danger) return { parts: [danger] }
    const choice = pickedChoice(text, context.table, language.moves.nth)
    if (choice) return { parts: [chosenPart(choice, text)] }
    const isReadable = hasWords(text) || oneCharacterPhrasings.has(text.toLowerCase())
    const words = isReadable ? text : emojiWords(text, language.signs)
    if (!words) return { parts: [unreadable(text, languages.noWords)] }
    const alone = isReadable ? context : { audience: context.audience }
    const { english, say } = detector.detect(words)
    if (!english) return { parts: [say ? unreadable(words, say) : { outcome: 'unknown', text: words, candidates: [] }] }
    const detected = detectFollowUp(english)
    const { shift, text: rest } = detected
    const followed = followUps.answer(detected, { text: english, ...context, table: context.table })
    if (followed && 'ask' in followed)
      return followed.settle(await decideInContext(followed.ask, { ...context, table: followed.table }))
    if (followed) return followed
    if (shift === 'away') return decideInContext(rest, { ...context, shift })
    const returnedTo = shift ? earlierMentions(rest, context.table, entries) : []
    return returnedTo.length > 0 ? answerResolved(rest, { ...context, returnedTo }) : decideInContext(english, alone)
  }

  return {
    async decide(message, context) {
      const decision = await decide(message, context)
      const [first, ...others] = decision.parts.map((part) => withSubject(part, context))
      return withStraightAnswers(message, { ...decision, parts: [first, ...others] as unknown as Decision['parts'] })
    },
  }
}

/** A reading, and the decision that it leads to. */
type Considered = Reading & { decision: Decision }

/** A decision, and the ranking of the whole message. */
type Answered = Decision & { whole: readonly Candidate[] }

const unreadable = (text: string, say: string): Part => ({ outcome: 'unknown', text, say, candidates: [] })

const confidenceOf = ({ candidates }: Part): number => candidates[0]?.confidence ?? 0

const isDanger = (part: Part): boolean => part.outcome === 'signpost' && part.entry.topic === 'safety'

const isDecided = ({ outcome }: Part): boolean =>
  outcome !== 'unknown' && outcome !== 'clarify' && outcome !== 'smalltalk'

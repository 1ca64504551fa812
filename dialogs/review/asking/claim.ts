import type { Part } from '../../../knowledge/answering/decision.ts'
import { normalise } from '../../reading/normalise.ts'
import { beginsWith, says } from '../../reading/phrases.ts'

const WORD = String.raw`[\p{L}][\p{L}’'.-]+`
const NAME = `((?:(?:mr|mrs|ms|miss|dr) )?${WORD}(?: ${WORD}){0,2})`
const NAMED = new RegExp(
  String.raw`^\W*(?:please |can you |could you |and )?(open|find|look up|pull up|bring up|search for|what[’']?s happening with|what is happening with|where are we (?:with|up to with)|where have we got to with|any news (?:on|of|about)|(?:is there |are there )?any (?:other|more)|is there an?|anyone called|anybody called) ${NAME}\W*$`,
  'iu',
)
const NO_NAME =
  /^(the|my|mine|it|this|that|these|those|them|a|an|me|out|us|all|everyone|anything|something|days?|evenings?|university|course|programme|degree|interest|interests|application|cohorts?|intakes?|list|figures?|advert|form|number|first|second|third|last|next|one)$/i

/** The person that an order to open or find somebody names: "open webb". */
export const nameAsked = (message: string): { verb: string; name: string } | undefined => {
  const [, verb = '', name = ''] = NAMED.exec(message.trim()) ?? []
  return name === '' || name.split(' ').some((word) => NO_NAME.test(word))
    ? undefined
    : {
        verb: verb.toLowerCase(),
        name: / (?:other|more)$/i.test(verb) ? name.replace(/(?<=s|x|z|ch|sh)es$|(?<!s)s$/i, '') : name,
      }
}

const PAGE =
  /^(the )?(next|next page|next lot|next ones|more|show more|show me more|more of them|any ?more|are there (any )?more|is that (all|it|everyone))$/
const WHO =
  /^(and |so )?who( has| have| s)?( just| all| else)? (registered|signed up|applied|come forward|came forward|come in|came in|put in|been in touch)\b|^(list|show me) (everyone|everybody|all|people|those) (who|that)\b/
const WHO_STANDS = /^(and |so )?(who|whos|which|which one)( is| are)?( the| still| at)+ .*\b(ones?|people)\b/
const WHO_ACTS =
  /^(and |so )?(who|whos|what)( do| must| should| needs?| is| are| have| s| else)*( i| we| me| us| you)?( need to| have to| must| should| to| got to)? (act|acting|deal|chase|chasing|dealing|action|waiting|work|do something)( on| with| next| for| up| first)*( me| us| hr| now| next| first| i)?$/
const ON_SHIFT =
  /^(and |so )?(everyone|everybody|people|those|all|anyone|anybody|who|whos|which ones?)( who| that| is| are| whos)* (works?|working|on|does|doing|do) (the )?(nights?|days)$/
const WHEN = String.raw`(today|yesterday|overnight|this (week|month|morning)|since \w+|last (week|month)|over the weekend)`
const HOW_MANY = new RegExp(
  String.raw`^(and |so )?how many\b.*\b((registered|signed up|interests?|eois?|came in|come in|come forward|new|applied)\b.*\b${WHEN}\b|(bands?|b) ?[2-9]s? (have|did) we (got|get|have)\b)`,
)
/** Some of the staff by what they are, and nothing more: "nursery nurses", "all the band 4s". */
const GROUP =
  /^(?:(?:all|just|only|any|the|show|list|me|see|and|our) )*(?:nursery nurses|healthcare assistants|hcas|(?:senior )?support workers|nnebs?|band [2-9]s|b[2-9]s|night staff|day staff)(?: please| only| then)*$/

/** Whether a message asks who is somewhere, or like something, and names nothing of the programme: "whos in kirkby". */
export const asksWhoIsLike = (message: string): boolean => beginsWith(normalise(message), 'asksWhoIsLike')

const COUNTS = /^(foi|(an? |the )?(foi|freedom of information)( request| sheet| counts?| return| figures)?)$/

const CHANGE = /^(please )?(mark|set|put|move|change) (?!my\b|me\b).+ (as|to|back)\b/

const UNSURE: readonly Part['outcome'][] = ['unknown', 'clarify', 'refused', 'smalltalk']

/**
 * What a message asks for in an HR officer's mouth, though it was taken for something else.
 * @param listed whether a list was shown in this conversation, of which there may be more
 */
export const reviewClaim = (
  message: string,
  { outcome }: Pick<Part, 'outcome'>,
  listed: boolean,
): 'review' | 'update-status' | undefined => {
  const text = message
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  const unsure = UNSURE.includes(outcome)
  if (unsure && CHANGE.test(text)) return 'update-status'
  const mine =
    WHO.test(text) ||
    WHO_ACTS.test(text) ||
    ON_SHIFT.test(text) ||
    (WHO_STANDS.test(text) && !says(text, 'ofTheProgramme')) ||
    says(text, 'splits') ||
    HOW_MANY.test(text) ||
    (unsure && COUNTS.test(text)) ||
    (unsure && listed && PAGE.test(text)) ||
    ((unsure || outcome === 'action') && nameAsked(message) !== undefined)
  return mine || (GROUP.test(text) && !says(text, 'ofTheProgramme')) ? 'review' : undefined
}

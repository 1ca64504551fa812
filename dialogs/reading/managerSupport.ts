/** What somebody says of their manager's support. */
export type ManagerKnows = 'yes' | 'no' | 'not-said'

const BOSS =
  '(?:line manager|manager|manger|managr|mgr|boss|gaffer|supervisor|team leader|team lead|she|he|they|lm|my lead)'
const SOFT = '(?: \\w+){0,2}'
const NOT_SAID =
  /\b((id |i would |i )?(rather|prefer|sooner) not( to)?( say| answer| tell)?|not saying|no comment|dont want to (say|answer)|not telling you|keep that to myself|none of your business|mind your own)\b/
const NO = new RegExp(
  [
    `\\b${BOSS} (?:doesnt|does not|dont|dosent|didnt|isnt|is not|hasnt|has not|wont|not|cant|wouldnt|wasnt|has no idea|knows nothing|said no|refused|refuses|is against|not keen)\\b`,
    '\\b(?:havent|have not|not|never|yet to|didnt|did not|wont|dont)(?: \\w+)? (?:told|tell|telling|asked|ask|mentioned|spoken to|spoke to|informed|said)(?: to| it to| anything to)?(?: \\w+)? (?:manager|manger|boss|supervisor|team leader|gaffer|her|him|them|anyone)\\b',
    '\\b(?:dont|do not|wouldnt|rather)(?: \\w+){0,3} (?:manager|boss|supervisor|team leader)(?: to| not to)? (?:know|knowing|knew|find out)\\b',
    '\\b(?:behind|without|away from|secret from|private from|quiet from|hide it from|keep (?:it |this )?from|before i tell)(?: \\w+){0,3} (?:manager|boss|supervisor|team leader|back)\\b',
    `\\b${BOSS}${SOFT} (?:unaware|in the dark|not aware|unsupportive|against it|not happy|not on board)\\b`,
    `\\b(?:dont|do not|never|please dont) (?:contact|tell|involve|speak to|ring|email|let)(?: \\w+)? (?:manager|boss|supervisor|team leader)\\b`,
  ].join('|'),
)
const YES = new RegExp(
  [
    '\\b(?:shes|hes|theyre|is) (?:\\w+ )?(?:fine with|happy|ok with|okay with|supportive|aware|on board|behind me|all for)\\b',
    `\\b${BOSS}${SOFT} (?:knows|aware|supports|supportive|backs|backing|behind me|on board|approves|approved|agrees|agreed|encouraged|encourages|recommended|nominated|happy (?:with|for|about)|fine with|ok with|okay with|all for|keen|in favour)\\b`,
    `\\b${BOSS} (?:has |have |already |just )*(?:said (?:yes|ok|okay|fine|i (?:can|should)|to)|says (?:yes|ok|its fine|i (?:can|should)|to)|told me to|wants me to|asked me to|put me forward|suggested|know|is fine|is happy|is ok)\\b`,
    '\\b(?:told|asked|spoken to|spoke to|cleared it with|run it past|agreed it with|discussed it with|checked with|support of|backing of|blessing of|with)(?: \\w+)? (?:manager|boss|supervisor|team leader)s? (?:support|and|already|about|backing|blessing|approval|knowing|knows)\\b',
    '\\b(?:ive|i have|already) (?:already )?(?:told|spoken to|asked|informed) (?:my |the )?(?:manager|boss|supervisor|team leader)\\b',
  ].join('|'),
)

const BUT = /\bbut\b(?: \w+){0,3} (?:isnt|not|doesnt|wont|hasnt|against|unhappy|refused|cant|dont)\b/

const keyed = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\b(manager|boss|leader)\s*[:=]/g, ' ')
    .replace(/['’‘`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * Whether a message says that the line manager knows of it and supports it. A no anywhere outweighs a yes.
 * @param asking whether that was just asked, so that a bare yes or no answers it
 */
export function readManagerKnows(text: string, asking: boolean, askingOther = false): ManagerKnows | undefined {
  const words = keyed(text)
  const concerns = /\b(managers?|manger|managr|mgr|boss|gaffer|supervisor|team leader|team lead|lm)\b/.test(words)
  if (NOT_SAID.test(words) && (asking || concerns || !askingOther)) return 'not-said'
  if (!concerns && !asking) return undefined
  if (NO.test(words)) return 'no'
  if (YES.test(words)) return BUT.test(words) ? 'no' : 'yes'
  if (!asking) return undefined
  if (/^(she|he|they) (said|says) (yes|ok|okay|fine|go|to|its)\b/.test(words)) return 'yes'
  if (/\b(havent|not|never|yet to) (asked|told|said|mentioned|spoken|ask|tell)\b/.test(words)) return 'no'
  if (
    /^(no|nope|nah|naw|not yet|not really|no not|she doesnt|he doesnt|they dont|no they|no she|no he|n)\b/.test(words)
  )
    return 'no'
  if (
    /^(yes|yep|yeah|yea|aye|yh|y|yup|they do|she does|he does|she knows|he knows|of course|course|sure|they know|definitely|absolutely)\b/.test(
      words,
    )
  )
    return 'yes'
  return /^(skip|pass|next)\b/.test(words) ? 'not-said' : undefined
}

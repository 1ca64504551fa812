const keyed = (text: string): string =>
  text
    .toLowerCase()
    .replace(/['’‘`]/g, '')
    .replace(/[^\p{L}\p{N}@]+/gu, ' ')
    .trim()

const WAY = '(?:work |my |personal )?(?:e ?mail|teams|phone|mobile|text|post|letter|whatsapp|telephone)'
const CONTACT = new RegExp(
  [
    `\\b(?:contact|reach|get|message|tell|catch|reply to|get hold of|let) me (?:know )?(?:by|on|via|through|over|in|at) ${WAY}(?: \\d[\\d ]+)?`,
    `\\b(?:by|via|over|prefer|preferably) ${WAY}(?: is| would be)?(?: best| fine| ok| please| only)*`,
    `\\b${WAY} (?:is|would be|will be|s) (?:best|fine|ok|easiest|better|good|preferred)`,
    `\\b(?:(?:email|ring|phone|text|message) me(?: on (?:teams|\\d[\\d ]+))?|call me on \\d[\\d ]+)`,
  ].join('|'),
)

/** How the person would be reached, in their words. */
export function readContactBy(text: string): string | undefined {
  const found = CONTACT.exec(keyed(text))
  return found && !/\b(dont|not|never)\s*$/.test(keyed(text).slice(0, found.index)) ? found[0] : undefined
}

const CHANGES =
  '(?:when|if|once|as soon as|about|of|on|with)? ?(?:something|anything|it|things|theres|there is|the|any|my|a)? ?(?:changes?|changed|moves?|updates?|happens|news|progress|posts?|opens?|status|developments?|updated|posted|loop)'
const TELL = new RegExp(
  `\\b(?:tell|let|notify|update|keep|message|ping|alert|inform) me (?:know )?(?:informed|posted|updated|in the )?(?: ?${CHANGES})?|\\bkeep me (?:posted|updated|informed|in the loop)\\b`,
)
const STRICT = new RegExp(
  `\\b(?:tell|let|notify|update|message|ping|alert|inform) me (?:know )?${CHANGES}\\b|\\bkeep me (?:posted|updated|informed|in the loop)\\b|\\bnotify me\\b`,
)
const QUIET =
  /\b(dont|do not|no need to|never|no) (notify|tell|update|message|ping|alert|inform|keep|bother)( me)?\b|\bno (updates|notifications|notices|messages)\b/

/** Whether the person asks to be told when something changes. */
export function readNotify(text: string, asking: boolean): boolean | undefined {
  const words = keyed(text)
  if (QUIET.test(words) && !/\b(manager|boss)\b/.test(words)) return false
  if (STRICT.test(words) || (asking && TELL.test(words))) return true
  if (!asking) return undefined
  if (/^(no|nope|nah|n|not really|no thanks)\b/.test(words)) return false
  return /^(yes|yep|yeah|yea|aye|y|sure|please|ok|okay|yh|go on|definitely)\b/.test(words) ? true : undefined
}

const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const LATER =
  /\b(any|a|the|some) (later|other|future|following) (cohort|one|intake|year|group|time)\b|\blater cohorts?\b|\bnext year\b|\bnot this (one|time|year|cohort)\b|\bany (cohort|intake)\b|\bwhichever\b/
const DATED = new RegExp(
  `\\b(?:${MONTH})(?: (20\\d\\d))?(?= (?:cohort|intake|group|start|one)\\b)|\\b(?:${MONTH}) 20\\d\\d\\b`,
)
const BARE = new RegExp(`\\b(?:${MONTH})(?: 20\\d\\d)?\\b|\\b20\\d\\d\\b`)

/**
 * The cohort that a message names, as typed.
 * @param later what to return for any later cohort
 */
export function readCohort(text: string, asking: boolean, later: string): string | undefined {
  const words = keyed(text)
  const named = DATED.exec(words) ?? /\b20\d\d(?= (?:cohort|intake))/.exec(words)
  if (named) return named[0]
  if (LATER.test(words) && (asking || /\b(cohort|intake|register|put me|interest)/.test(words))) return later
  if (!asking) return undefined
  if (/\b(later|next|after|any|either|dont mind|not fussed)\b/.test(words)) return later
  return BARE.exec(words)?.[0]
}

const REASON =
  /\b(?:why i want (?:it|this|to do (?:it|this))|my reasons?(?: is| are)?|reasons?(?: is| are| why)?|why|i want (?:it|this|to do (?:it|this)) because|im interested because|because)\s*[:-]?\s+(.{8,500})/i

/** Why the person is interested, in their words. */
export function readWhy(text: string, asking: boolean): string | undefined {
  if (asking) return text.trim().replace(/^(because|cos|coz|cause|well,?|its because|it's because)\s+/i, '')
  const labelled = /(?:^|[.,;\n]\s*)(?:why|my reasons?(?: is| are)?|reasons?(?: is| are)?)\s*[:-]\s*(.{8,500})/i.exec(
    text,
  )
  if (labelled) return labelled[1]?.trim()
  const found =
    /\b(?:want|interested|like|keen|love)\b[^.?!\n]*?\b(?:because|cos|coz)\s+([^?\n]{8,500})/i.exec(text) ?? undefined
  return found && REASON.test(text) ? found[1]?.trim().replace(/[.!]+$/, '') : undefined
}

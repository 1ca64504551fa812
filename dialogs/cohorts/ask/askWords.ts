/** A message as its words are looked for: lower case, without apostrophes, every other mark a gap; a slash within a word stays out. */
export const normalised = (message: string): string =>
  message
    .slice(0, 2000)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const OCCASION =
  'brief|briefing|meeting|report|returns?|paper|papers|board|smt|slt|slides?|presentation|huddle|supervision|review|update|e ?mail|plan|planning|1 to 1|one to one|10 o ?clock|ten o ?clock|spreadsheet|dashboard'

/** Leaves out what it is wanted for: "for my team brief" names no team. */
export const withoutPurpose = (text: string): string => {
  const purpose = new RegExp(
    `\\b(?:for|before|in) (?:my|the|our|an?|this|next|tomorrows?|todays?|this afternoons?) (?:[a-z]+ ){0,2}?(?:${OCCASION})\\b`,
    'g',
  )
  const rest = text.replace(purpose, ' ').replace(/ +/g, ' ').trim()
  return rest === '' ? text : rest
}

/** Whether one of these stands in the text as words of its own. */
export const includesAny = (text: string, names: readonly string[]): boolean =>
  names.some((name) => name !== '' && ` ${text} `.includes(` ${normalised(name)} `))

const MINE =
  'lot|team|teams|staff|ward|wards|unit|service|services|area|people|patch|nurses|nursery nurses|hcas|hca|lasses|lads|girls|guys|locality|department|dept|support workers|own|clinic|base'

/** What the words of a question tell. */
export const askWords = {
  edit: /^(?:(?:please|pls|can you|could you|can i|could i|i want to|i need to|id like to|let me|lets|where do i|how do i) )*(?:edit|update(?! on| me)|change|amend|correct|open(?! cohorts$)|close|reopen|add)\b(?=.*\b(?:figures?|numbers?|headcounts?|counts?|cohorts?|intakes?|advert|closing|dates?|link)\b)/,
  figures: /\b(?:figures?|numbers?|headcounts?|counts?)\b/,
  names:
    /\bnames?\b(?! down| forward)(?<!their names?)|^(?:(?:and|so|ok|but|just) )?(?:who|whos|whose|which of (?:my|our))\b(?! m(?:any|uch)\b| (?:do|should|can|could|would) i\b)|\b(?:tell|show|give) me who\b/,
  count: /\b(?:how m[ae]ny|how much|hw mny|who many|number of|numbers? |figure|count|total|headcount)\b/,
  asText: /\b(?:as|in) (?:plain )?text\b|\bplain text\b|\bcopy\b|\bcopyable\b|\bpaste\b|\bin (?:an|the|my) e ?mail\b/,
  interest:
    /\binterest(?:s|ed)?\b|\beois?\b|\bexpressions?\b|\bregist\w*|\bsign(?:ed|ing)? up\b|\bput(?:ting)? in\b|\bput (?:their|his|her) names?\b|\bnames? down\b|\b(?:come|came) forward\b|\bappl(?:y|ied|icants?|ications?)\b|\buptake\b|\btake ?up\b|\bgone for\b|\bgoing for\b|\bsnapshots?\b|\bpipeline\b|\bfilling up\b|\bon the list\b|\bkeen\b|\bhand(?:s)? up\b|\brecruitment\b/,
  /** People by band or job, who can only be those interested. */
  ofPeople:
    /\bby band\b|\bper band\b|\beach band\b|\bbreakdown by (?:band|service)\b|\bsplit by (?:band|service)\b|\bby service\b|\bper service\b/,
  recent:
    /\b(?:today|yesterday|(?:this|last) (?:week|month)|since (?:yesterday|(?:last )?(?:mon|tues|wednes|thurs|fri|satur|sun)day))\b/,
  attrition:
    /\bdrop(?:ped|ping|s)? ?outs?\b|\bdropouts?\b|\battrition\b|\bleavers?\b|\bquit\b|\bpulled out\b|\bleft (?:early|the (?:course|programme|degree)|before)\b|\bretention\b|\bwithdr[ae]wn?\b|\bwithdrawals?\b|\bcompletion rates?\b|\bfail(?:ed|ures?)?\b|\blost (?:any|anyone|from)\b|\bhave we lost\b|\bgiven up\b|\bdidnt finish\b|\bnot finish(?:ed)?\b/,
  toQualify:
    /\bqualif\w*\b.*\bnext\b|\bnext\b.*\bqualif|\b(?:expect|expected|due|about|going|will|set|moving|ready)\b.*\b(?:qualify|finish|complete|pass out|come out|come through|finishing|qualifying)\b|\b(?:close|closest|near|nearing|nearest|nearly) (?:to )?(?:completion|done|finish\w*|qualif\w*|the end|there)\b|\bnearly (?:finished|done|qualified|there)\b|\bhome straight\b|\blast leg\b|\bfinal year\b|\btail end\b|\bout next\b|\bnext (?:batch|lot|group) (?:of|to) qualif/,
  own: new RegExp(
    `\\bmine\\b|\\b(?:my|our) (?:${MINE})\\b|\\bi manage\\b|\\bunder me\\b|\\bmy (?:band \\w+s?|b\\ds?)\\b`,
  ),
  teamNumbers: new RegExp(`^(?:my|our) (?:${MINE})(?: (?:numbers?|figures?|counts?|please|pls))*$`),
  place:
    /\blocalit(?:y|ies)\b|\bsites?\b|\bbases?\b|\bareas?\b|\bboroughs?\b|\btowns?\b|\bgeograph\w*|\bpatch(?:es)?\b/,
  service: /\bservices?\b|\bdirectorates?\b|\bschool health\b|\bhealth visit\w*/,
  team: /\bteams?\b|\bwards?\b/,
  split:
    /\b(?:sit|sits|sat|based|work|works|working|located|posted|split|are in|each|every|by|per|breakdown|broken down|vs|versus|where|across|from|in)\b/,
  band: /\bbands?\b|\bb[2-9]s?\b/,
  cohort: /\bcohorts?\b|\bintakes?\b|\bseptember\b|\bjanuary\b/,
  history:
    /\bhistor\w*|\btrends?\b|\bover time\b|\bover the (?:years|last|past)\b|\bprevious\b|\bearlier\b|\bpast\b|\blast (?:year|years|quarter|month|week|few|time|snapshot)\b|\byear on year\b|\bprior\b|\bbefore that\b|\b(?:week|month|year) by (?:week|month|year)\b|\bsince (?:last|then)\b|\bhow (?:has|have)\b.*\bchanged\b|\b(?:going|gone) up\b|\bgrow(?:n|ing|th)\b|\bwith the last one\b/,
  everyStage: /\ball (?:of )?(?:the )?(?:three |3 )?(?:figures|numbers|stages)\b|\b(?:each|every|by|per) stage\b/,
  /** "Qualified and in training" are all of them. */
  bothKinds: /\bboth qualified and\b|\bqualified and (?:in training|trainees?|not|still)\b/,
  total:
    /\btotals?\b|\baltogether\b|\ball told\b|\bin all\b|\bsum\b|\bgrand\b|\bcombined\b|\badd(?:s|ed)? up\b|\bcomes? to\b|\bboth years\b|\btogether\b|\boverall (?:number|headcount|figure)\b|\bqualified plus\b/,
  trainees:
    /\btrainees?\b|\bstudents?\b|\blearners?\b|\bin training\b|\bstudying\b|\bon the (?:course|degree|programme|fd)\b|\btaps?\b|\bboth years\b|\bstill (?:training|learning)\b|\bat uni\w*/,
  compare:
    /\bmore\b|\bfewer\b|\bless\b|\bbigger\b|\bsmaller\b|\blarger\b|\bcompare\w*|\bversus\b|\bvs\b|\bdifference\b|\bmost\b|\bratio\b|\boutnumber\w*/,
  whichYear: /\bwhich (?:year|yr)\b|\b(?:year|yr) (?:has|is|with)\b/,
  nextIntake:
    /\b(?:next|new|upcoming|forthcoming|future|another|coming)\b.*\b(?:cohorts?|intakes?|groups?|lot|batch|round|start|course|developments?|one)\b|\bintakes?\b|\bcohort date\b|\bwhens?\b.*\b(?:start|starts|begin|begins|cohort|open|opens|close|closes)\b|\bstart date\b/,
  claim:
    /\b(?:isnt|arent|is ?nt|right|yeah|correct|is that true|only|theres|wasnt|werent)\b|\bis it (?:about )?\w+\b|\bare there\b/,
} as const

const YEARS: readonly (readonly [string, RegExp])[] = [
  [
    'first-year',
    /\b(?:1st|first|frst)(?: |$)(?:yr|yrs|year|years)?|\b(?:yrs?|years?) ?(?:1|one|ones)\b|\by1s?\b|\bnewbies\b|\bnew starters?\b|\bfreshers?\b|\bjust started\b|\bnewest\b/,
  ],
  [
    'second-year',
    /\b(?:2nd|second|secnd|secend)(?: |$)(?:yr|yrs|year|years)?|\b(?:yrs?|years?) ?(?:2|two|twos)\b|\by2s?\b|\byear ahead\b|\byear above\b/,
  ],
  ['third-year', /\b(?:3rd|third) (?:yr|yrs|year|years)\b|\b(?:yrs?|years?) ?(?:3|three)\b|\by3s?\b/],
  [
    'qualified',
    /\bqual(?:s|\w*d)\b|\bfinished\b|\bcompleted\b|\bpassed\b|\bfully trained\b|\bgraduat\w+|\bin post\b|\bcome out\b|\b(?:have|has|already) done it\b/,
  ],
]

/** The stages that a text names, in its order. */
export const stagesIn = (text: string): string[] =>
  YEARS.map(([stage, pattern]) => ({ stage, at: text.search(pattern) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ stage }) => stage)

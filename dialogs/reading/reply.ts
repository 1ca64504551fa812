export type Reply = 'yes' | 'no' | 'skip' | 'done' | 'cancel'

const keyed = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘`´]/g, '')
    .replace(/👍|✅|👌/gu, ' yes ')
    .replace(/[^\p{L}\p{N}?]+/gu, ' ')
    .trim()

/** What may stand around a reply and changes nothing. */
const LIGHT =
  'a about actually again all and at btw cheers chuck course definitely done erm er everything fine for go good great ha haha hi i ill im in is it its just looks love lovely mate me much now of oh on perfect please pls plz really right so sorry sound spot sure ta thank thanks that thats the then there there this though think to totally too very very we well with you u your lol x xx xxx hun absolutely'
const LIGHT_WORDS = new Set(LIGHT.split(' '))

const phrases = (text: string): string[] =>
  text
    .split(/[|\n]/)
    .map((phrase) => phrase.trim())
    .filter(Boolean)
    .sort((a, b) => b.length - a.length)

const YES = phrases(`
  yes | yep | yeah | yea | yup | yh | aye | ye | yess | yes please | y | ok | okay | okey dokey | okie dokie | k | correct | all correct | is correct | thats correct
  thats right | all right | right | confirm | confirmed | i confirm | agreed | agree | do it | go ahead | go for it | save | save it | save that | submit | submit it
  send | send it | send it off | send it in | register me | put me down | sign me up | looks good | looks right | looks fine | looks ok | all good | spot on | perfect
  sound | sound as | sure | im sure | definitely | absolutely | of course | please do | go on then | go on | carry on | crack on | lets go | lets do it | happy with that
  im happy | im happy with it | all fine | fine | thats fine | its fine | good to go | ready | im ready | that is right | that is correct | its right | its correct
  its all right | it is | it is correct | bang on | nailed it | true | affirmative | yes i am | yes i do | i do | i am | deffo | defo | alright | great | lovely
  done deal | yes thats me | fine by me | happy days | yes save | get it in | go go | no changes | nothing to change | nothing wrong | its all good | no thats right | no thats fine | no thats correct | no all good | no its fine
  no looks good | no problem | no worries | no bother | no probs | not a problem | tick | accept | i accept | proceed | please proceed | stick it in | pop it in | bob on
  fair enough | ok fair enough | brill | brilliant | cool | nice one | great stuff | thats great | smashing | thats brill | all good to go
  youve got it | you got it | got it in one | exactly | yes to all | same again | yessir | thats me | put it through | put it in | log it | record it | thumbs up | 100
`)
const NO = phrases(`
  no | nope | nah | naw | na | n | no thanks | no thank you | no ta | not yet | not now | not really | dont | dont save | dont save it | do not save | not correct
  thats wrong | thats not right | its wrong | wrong | incorrect | not right | isnt right | not quite | no way | negative | never | rather not | id rather not | no i dont
  no im not | im not | i dont | dont want to | i dont want to | nopes | not today | not sure | im not sure | its not right | dont do it | dont send it | dont send | no dont
`)
const SKIP = phrases(`
  skip | skip it | skip this | skip that | skip that one | skip this one | pass | pass on that | pass on that one | next | next one | next question | leave it blank
  leave that blank | leave blank | leave that one blank | leave that one | leave that one out | leave it out | leave that out | not applicable | na for me | n a | none | blank
  dont have one | i dont have one | havent got one | i havent got one | dont know | dunno | no idea | i dont know | not sure yet | can i skip | can i skip it
  can i skip that | can i skip that one | can we skip that | miss that | miss that one | miss it | miss that out | rather not say | id rather not say | prefer not to say
  move on | nothing | nothing to add | no comment | do i have to | doesnt matter | it doesnt matter | not bothered | never mind that one | forget that one | ignore that | ignore that one | idk
`)
const DONE = phrases(`
  done | im done | all done | finished | im finished | ive finished | all finished | thats everything | thats all | thats it | thats the lot | thats me done | that is all
  that is everything | that is it | everything | nothing else | nothing more | no more | no more to add | thats all i have | thats all of it | thats all from me | complete
  its complete | end | thats enough | thats your lot | thats all there is | you have everything | youve got everything | you have it all | that will do | thatll do
  thats me | no thats it | no thats all | no thats everything | no nothing else | no thats the lot
`)
const CANCEL = phrases(`
  cancel | cancel it | cancel that | cancel this | cancel please | cancel the form | cancel my form | cancel everything | forget it | forget that | forget about it | just forget it | never mind
  nevermind | nvm | stop | stop it | stop this | stop there | stop now | stop the form | quit | exit | exit the form | leave it | leave it there | leave it for now | leave it for today | leave it then
  just leave it | ill leave it | abandon | abort | drop it | scrap it | scrap that | scrap this | bin it | bin that | bin it off | close the form | get me out of this | ive changed my mind | changed my mind
  i changed my mind | come back to it | come back to it later | come back later | ill come back to it | ill come back later | ill do it later | do it later | do this later | later | another time
  some other time | maybe later | not now | not today | not right now | dont bother | dont want to do this | i dont want to do this | i dont want to do it | start again | start over | delete it
  stop the registration | i want to stop | can we stop | please stop | dont register me | dont put me down | call it off | knock it on the head | no longer want to | not interested | not interested any more | not doing it | im not doing it
`)

const LISTS: [Reply, string[]][] = [
  ['cancel', CANCEL],
  ['skip', SKIP],
  ['done', DONE],
  ['no', NO],
  ['yes', YES],
]

const cut = (text: string, phrase: string): string | undefined => {
  const at = ` ${text} `.indexOf(` ${phrase} `)
  return at < 0 ? undefined : `${text.slice(0, at)} ${text.slice(at + phrase.length)}`.replace(/\s+/g, ' ').trim()
}

const empty = (text: string): boolean =>
  text.split(' ').every((word) => word === '' || LIGHT_WORDS.has(word) || /^(ha)+h?$/.test(word))

/** Takes every phrase of a list out of a text. */
const without = (text: string, list: readonly string[]): string =>
  list.reduce((left, phrase) => {
    let now = left
    for (let next = cut(now, phrase); next !== undefined; next = cut(now, phrase)) now = next
    return now
  }, text)

/**
 * What a short answer to the bot says, when the whole of it says that and nothing else. "yes but change the band",
 * "ok how long is it" and "3" say none of these.
 */
export function readReply(text: string): Reply | undefined {
  const words = keyed(text)
  if (words === '' || /\b(thats|and|but)$/.test(words) || words.includes('?') || words.split(' ').length > 14)
    return undefined
  for (const [reply, list] of LISTS) {
    if (list.includes(words)) return reply
  }
  for (const [reply, list] of LISTS) {
    const left = without(words, list)
    if (left === words) continue
    // "ok skip that", "no thats everything": the others may stand beside a yes or a no; a yes beside a no is neither.
    const bare = reply === 'yes' || reply === 'no' ? left : without(left, [...YES, ...NO])
    if (empty(bare) && !(reply === 'no' && /^(yes|yep|yeah|correct)\b/.test(words))) return reply
  }
  return undefined
}

const TO_SAVE = /\b(save|register|sign|put|stick|pop|submit|send|get|log|record)\b/i
const TO_KEEP = /^\W*(?:no\W+)?(?:please )?(?:keep|leave|dont|don't|don’t)\b/i

const TO_TAKE =
  /^\W*(?:yes|yep|yeah|yup|aye|ok|okay|sure)\b[\s,.]*(?:please |pls )?(?:erase|delete|wipe|remove|withdraw|take)\b(?!.*\b(?:but|not|dont|don't|don’t|only|except)\b)/i

/** What an answer to "shall I take it away?" says. "Save it" and "put me down" are a yes to a form, and none to this. */
export function readTakingAway(text: string): 'yes' | 'no' | undefined {
  const reply = readReply(text)
  if (TO_TAKE.test(text) && !text.includes('?')) return 'yes'
  if (reply === 'no' || reply === 'cancel' || reply === 'skip' || TO_KEEP.test(text)) return 'no'
  return (reply === 'yes' || reply === 'done') && !TO_SAVE.test(text) ? 'yes' : undefined
}

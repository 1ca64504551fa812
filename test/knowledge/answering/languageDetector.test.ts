import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { cleanText } from '../../../knowledge/answering/cleanText.ts'
import { languageDetector } from '../../../knowledge/answering/languageDetector.ts'
import { loadKnowledge } from '../../../knowledge/content/load.ts'
import { RIVERSIDE } from '../../support/conversation.ts'
import { SHIPPED } from '../../support/shippedFit.ts'
import { ROOT } from '../../support/sources.ts'

const knowledge = loadKnowledge(SHIPPED)
const detector = languageDetector(knowledge)
const read = (message: string) => detector.detect(cleanText(message, detector.isEnglish))
const alarm = (message: string) => detector.danger(cleanText(message, detector.isEnglish))

describe('a message in another language', () => {
  const foreign: [language: string, message: string][] = [
    ['Polish', 'Czy mogę zgłosić się na kurs?'],
    ['Polish', 'ile sie placi za kurs i jak dlugo trwa'],
    ['Polish', 'cześć'],
    ['Spanish', 'cuando empieza el programa'],
    ['Spanish', '¿Dónde está la universidad?'],
    ['Tagalog', 'kailan po ang simula ng kurso'],
    ['Tagalog', 'pwede po ba ako mag apply'],
    ['Welsh', 'pryd mae’r cwrs yn dechrau'],
    ['Welsh', 'pwy sydd yn gallu gwneud cais?'],
    ['Romanian', 'cine poate aplica la program si cand incepe'],
    ['Portuguese', 'quanto tempo dura o curso?'],
    ['French', 'qui peut faire cette formation et quand'],
    ['Italian', 'quanto dura il corso'],
    ['German', 'Wer kann sich bewerben und wie lange dauert es?'],
    ['Turkish', 'kurs ne kadar sürüyor'],
    ['Hindi or Urdu in Latin letters', 'course kitne saal ka hai'],
    ['Arabic', 'من يمكنه التقديم على البرنامج؟'],
    ['Urdu', 'کورس کتنے سال کا ہے؟'],
    ['Persian', 'چطور می‌توانم ثبت نام کنم'],
    ['Punjabi', 'ਕੋਰਸ ਕਦੋਂ ਸ਼ੁਰੂ ਹੁੰਦਾ ਹੈ'],
    ['Hindi', 'कोर्स कब शुरू होता है'],
    ['Malayalam', 'കോഴ്സ് എപ്പോൾ തുടങ്ങും'],
    ['Bengali', 'কোর্স কবে শুরু হবে'],
    ['Tamil', 'படிப்பு எப்போது தொடங்கும்'],
    ['Gujarati', 'કોર્સ ક્યારે શરૂ થાય છે'],
    ['Chinese', '课程什么时候开始'],
    ['Ukrainian', 'Коли починається навчання?'],
    ['Russian', 'когда начинается обучение'],
  ]
  for (const [name, message] of foreign)
    it(`is answered in ${name} and in English: ${message}`, () => {
      const { english, say } = read(message)
      const language = knowledge.languages.languages.find((one) => one.name === name)
      expect(english).to.equal('')
      expect(say).to.include(language?.reply).and.include(language?.danger).and.include(knowledge.languages.inEnglish)
    })

  for (const message of ['Πότε αρχίζει το πρόγραμμα', 'いつ始まりますか', 'หลักสูตรเริ่มเมื่อไหร่'])
    it(`that nobody wrote a reply in is answered in English: ${message}`, () => {
      expect(read(message).say.replaceAll('*', '')).to.equal(knowledge.languages.inEnglish)
    })

  const mixed: [message: string, english: string][] = [
    ['Dzień dobry, which bands can apply?', 'which bands can apply?'],
    ['Hola! how do i apply? gracias', 'how do i apply?'],
    ['Diolch! how long is the degree', 'how long is the degree'],
    ['مرحبا how long is the course', 'how long is the course'],
    ['my colleague José from Málaga wants to apply', 'my colleague José from Málaga wants to apply'],
  ]
  for (const [message, english] of mixed)
    it(`beside English leaves the English to be answered: ${message}`, () =>
      expect(read(message)).to.deep.equal({ english, say: '' }))

  it('is never said of words that no language claims', () => {
    expect(read('blorf snargle wibbit')).to.deep.equal({ english: '', say: '' })
    expect(read('snargle')).to.deep.equal({ english: 'snargle', say: '' })
  })

  it('is let be where a trust lists no languages', () => {
    const plain = languageDetector(loadKnowledge(RIVERSIDE))
    expect(plain.detect('how long is it').english).to.equal('how long is it')
    expect(plain.detect('課程什么时候开始').say.replaceAll('*', '')).to.match(/only read English/)
  })
})

describe('English, however it is spelt,', () => {
  const lines = (file: string): string[] =>
    readFileSync(path.join(ROOT, 'test', 'eval', file), 'utf8')
      .trim()
      .split('\n')
  const questions = ['questions.jsonl', 'heldout.jsonl'].flatMap((file) =>
    lines(file).map((line) => String(JSON.parse(line).text)),
  )
  it('is never taken for another language, in any question of the evaluation', () => {
    const taken = questions.filter((text) => read(text).say !== '' || alarm(text) !== undefined)
    expect(taken.filter((text) => !/[ąęłńśźżâășț]/.test(text))).to.deep.equal([])
    expect(questions.length).to.be.greaterThan(600)
  })

  it('is never taken for another language, in any phrasing of the content', () => {
    const phrasings = [...knowledge.entries.values(), ...knowledge.intents.values()]
      .filter((one) => !('kind' in one) || one.kind !== 'smalltalk')
      .flatMap((one) => one.phrasings)
    expect(phrasings.filter((text) => read(text).say !== '' || alarm(text) !== undefined)).to.deep.equal([])
  })

  const dialect: string[] = [
    'giz a shout when its on la',
    'am i reet for it like',
    'wots the craic wiv the ap fing',
    'ow long do it tek then duck',
    'cani do it if im on bank tho',
    'aye but wha about me pay',
    'whos de boss of dis den',
  ]
  for (const text of dialect) it(`“${text}” is read as English`, () => expect(read(text).english).to.equal(text))
})

describe('a danger in another language', () => {
  const dangers: [message: string, entry: string][] = [
    ['Pomocy! pacjent ma zawał', 'emergency'],
    ['on nie oddycha', 'emergency'],
    ['nie chcę już żyć', 'self-in-distress'],
    ['mi compañera no respira', 'emergency'],
    ['me quiero morir', 'self-in-distress'],
    ['hindi humihinga ang pasyente', 'emergency'],
    ['gusto ko nang mamatay', 'self-in-distress'],
    ['dydy e ddim yn anadlu', 'emergency'],
    ['dwi eisiau marw', 'self-in-distress'],
    ['ajutor, pacientul nu respiră', 'emergency'],
    ['nu mai vreau sa traiesc', 'self-in-distress'],
    ['ela não respira', 'emergency'],
    ['quero morrer', 'self-in-distress'],
    ['elle ne respire plus', 'emergency'],
    ["j'ai envie de mourir", 'self-in-distress'],
    ['er atmet nicht', 'emergency'],
    ['لا تتنفس', 'emergency'],
    ['أريد أن أموت', 'self-in-distress'],
    ['میں خودکشی کرنا چاہتا ہوں', 'self-in-distress'],
    ['दिल का दौरा पड़ा है', 'emergency'],
    ['मरना चाहती हूँ', 'self-in-distress'],
    ['ਦਿਲ ਦਾ ਦੌਰਾ', 'emergency'],
    ['আমি মরতে চাই', 'self-in-distress'],
    ['救命！病人昏迷了', 'emergency'],
    ['我想死', 'self-in-distress'],
    ['він не дихає', 'emergency'],
    ['yangın var, yardım edin', 'emergency'],
    ['please come, ratunku, on nie oddycha', 'emergency'],
  ]
  for (const [message, entry] of dangers)
    it(`leads to ${entry}: ${message}`, () => {
      expect(alarm(message)?.entry).to.equal(entry)
      expect(alarm(message)?.before).to.include('999')
    })

  for (const name of ['Socorro Reyes', 'Paweł Zawadzki', 'Imad Ali', 'Suse Hilfer'])
    it(`is not seen in the name ${name}`, () => expect(alarm(name)).to.equal(undefined))

  it('leads nowhere when the content has no such signpost', () => {
    const entries = new Map([...knowledge.entries].filter(([id]) => id !== 'emergency'))
    expect(languageDetector({ ...knowledge, entries }).danger('on nie oddycha')).to.equal(undefined)
  })
})

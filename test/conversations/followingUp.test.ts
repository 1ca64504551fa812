import { expect } from 'chai'
import { type Chat, openChat } from '../support/conversation.ts'
import { SHIPPED } from '../support/shippedFit.ts'

/** What is said, and what is heard: its words, its outcomes in order. */
type Said = readonly [said: string, words: RegExp, outcomes?: string | readonly string[]]

const conversations: [name: string, turns: readonly Said[]][] = [
  [
    'asks for it more plainly, and what to make of it',
    [
      ['how long is the course', /\*\*The degree takes two years/, 'answered'],
      ['eh? simpler pls', /^Two years\. Each week/, 'answered'],
      ['wot does that mean', /cannot put that more plainly[\s\S]*Sue Watson/, 'answered'],
      ['hang on, you sure?', /What is published says: The degree takes two years/, 'answered'],
      ['how come', /does not say why/, 'not-stated'],
      ['example?', /not give an example of that/, 'not-stated'],
      ['so thats a yes then', /cannot give you a yes or a no[\s\S]*two years/, 'answered'],
      ['cheers', /welcome/, 'smalltalk'],
      ['and how many days of it at uni', /one day at university/, 'answered'],
    ],
  ],
  [
    'takes a silence for a no',
    [
      ['im band 2 can i do it', /not say whether Band 2/, 'not-stated'],
      ['right so thats a no', /\*\*Neither a yes nor a no\.\*\*[\s\S]*Band 2/, 'not-stated'],
      ['so health visitors cant?', /cannot give you a yes or a no[\s\S]*health visiting/, 'answered'],
      ['ok but says who', /NHS Employers/, 'answered'],
    ],
  ],
  [
    'goes along the steps',
    [
      ['how are people chosen', /assessment centre/, 'answered'],
      ['what comes before that', /Before the assessment centre comes the internal advert\./, 'answered'],
      ['and before that', /Before the internal advert comes the role submission\./, 'answered'],
      ['and before that?', /does not say what came before the role submission|not say what came before/, 'not-stated'],
      ['ok then what', /After the role submission comes the internal advert\./, 'answered'],
      ['whats the last step', /Last comes the assessment centre\./, 'answered'],
      ['what happens first', /First comes the role submission\./, 'answered'],
    ],
  ],
  [
    'picks from what was listed',
    [
      ['who do i contact', /Kerrie France or Sue Watson/, 'answered'],
      ['the second one', /^\*\*Sue Watson/, 'answered'],
      ['and the other lady', /^\*\*Kerrie France/, 'answered'],
      ['whats the 2nd ones number', /Sue Watson[\s\S]*No phone number/],
      ['both', /Kerrie France is[\s\S]*Sue Watson is/, ['answered', 'answered']],
      ['what are the four headings', /delegation, substitution, enhancement and innovation/, 'answered'],
      ['what r the other 3', /delegation, substitution, enhancement and innovation/, 'answered'],
    ],
  ],
  [
    'comes back to a subject by its name',
    [
      ['how long is the degree', /two years/, 'answered'],
      ['what was the study', /study/, 'answered'],
      ['anyway, the course', /two years/, 'answered'],
      [
        'back to the study, who did it',
        /not say who carried out the study|say who carried out the study/,
        'not-stated',
      ],
      ['how long does the assessment centre take', /length for the assessment centre/, 'not-stated'],
      ['no i meant the interview', /assessment centre/, 'not-stated'],
      ['thx bye', /Goodbye/, 'smalltalk'],
    ],
  ],
  [
    'asks where an answer is from',
    [
      ['how many years does the degree last', /two years/, 'answered'],
      ['says who', /NHS Employers/, 'answered'],
      ['are you sure?', /8 January 2014/, 'answered'],
      ['how do you know', /How long does the degree take/, 'answered'],
    ],
  ],
  [
    'asks whether that is all, and chooses from what there is',
    [
      ['how many days a week would I be at uni', /one day at university/, 'answered'],
      ['just that?', /That is all I have on that/, 'clarify'],
      ['the first one', /\*\*/, 'answered'],
      ['is that it', /I can also answer/, 'clarify'],
    ],
  ],
  [
    'corrects what was understood',
    [
      ['what does an assistant practitioner do', /./],
      ['no I mean how long have we had them', /since 2005/, 'answered'],
      ['not that, which bands is it for', /Bands 3 and 4/, 'answered'],
      ['sorry I meant how long is the degree', /two years/, 'answered'],
      ['no not that', /Did you mean/, 'clarify'],
    ],
  ],
  [
    'comes back after an interruption',
    [
      ['how many days a week is uni', /one day at university/, 'answered'],
      ['where do I park', /./, 'signpost'],
      ['cheers', /./, 'smalltalk'],
      ['which bands can go for it', /Bands 3 and 4/, 'answered'],
      ['anyway, back to the uni thing', /one day at university/, 'answered'],
      ['so what about the bands bit', /Bands 3 and 4/, 'answered'],
    ],
  ],
  [
    'looks back over what was said',
    [
      ['how long is the foundation degree', /two years/, 'answered'],
      ['how are people chosen', /assessment centre/, 'answered'],
      ['can you say that again', /assessment centre/, 'answered'],
      ['what did you say before that', /two years/, 'answered'],
      ['which bands is it for', /Bands 3 and 4/, 'answered'],
      ['what was the first thing you said', /two years/, 'answered'],
    ],
  ],
  [
    'asks several things at once',
    [
      ['how long is the degree and which bands is it for', /two years[\s\S]*Bands 3 and 4/, ['answered', 'answered']],
      [
        'how long is the degree, which bands is it for and who do I contact?',
        /two years[\s\S]*Bands 3 and 4[\s\S]*Kerrie France/,
        ['answered', 'answered', 'answered'],
      ],
      [
        'what is the pay while training? how many days are at university?',
        /does not say[\s\S]*one day at university/,
        ['not-stated', 'answered'],
      ],
    ],
  ],
  [
    'rambles, with a question in the middle',
    [
      [
        'Hello, I hope you do not mind me asking. I have been on the children’s side since 2009 and my little one starts ' +
          'school soon, so I have been thinking about what to do next. My sister did something like it at another trust. ' +
          'How many days a week would I have to be at university? I do not drive and the buses here are terrible. ' +
          'Anyway thank you for reading all this and sorry it is so long, I never know when to stop once I begin.',
        /one day at university/,
        'answered',
      ],
      ['and for how many years', /two years/, 'answered'],
    ],
  ],
  [
    'puts their name down and asks, in one message',
    [
      ['what days would I be at university', /./],
      ['put me down for it, and how long is the degree?', /two years[\s\S]*Express your interest/],
      ['anyway back to the form', /What band are you/],
      ['Paweł Zawadzki', /What band are you/],
      ['jak długo to trwa', /angielsk/, 'unknown'],
      ['how many days is uni', /one day at university/, 'answered'],
      ['cancel', /cancelled/, 'action'],
      ['back to the uni thing', /one day at university/, 'answered'],
    ],
  ],
  [
    'asks about their own interest in between',
    [
      ['which bands is it meant for', /Bands 3 and 4/, 'answered'],
      ['what is happening with my interest', /./, 'action'],
      ['what did you say before that', /Bands 3 and 4/, 'answered'],
      ['back to the bands question', /Bands 3 and 4/, 'answered'],
    ],
  ],
  [
    'writes in other languages, and then in English',
    [
      ['cuánto dura el curso', /solo entiendo inglés[\s\S]*only read English/, 'unknown'],
      ['Dzień dobry! How long is the degree?', /two years/, 'answered'],
      ['मुझे बताइए कोर्स कितना लंबा है', /अंग्रेज़ी/, 'unknown'],
      ['hоw mаny dаys аt uni', /one day at university/, 'answered'],
      ['👍', /./, 'smalltalk'],
      ['?????????', /./, 'smalltalk'],
      ['........', /I can only read words/, 'unknown'],
      ['pacjent nie oddycha', /niebezpieczeństwie[\s\S]*999/, 'signpost'],
      ['chcę umrzeć', /999[\s\S]*116 123/, 'signpost'],
    ],
  ],
]

describe('somebody who', () => {
  let chat: Chat
  before(async () => {
    chat = await openChat({ knowledge: SHIPPED })
  })
  after(() => chat?.close())

  for (const [name, turns] of conversations)
    it(name, async () => {
      const conversation = { id: `a:${name}`, conversationType: 'personal' }
      for (const [said, words, outcomes] of turns) {
        const turn = await chat.say(said, { conversation })
        const when = `after “${said}”, where it said “${turn.said.trim()}” (${JSON.stringify(turn.decision)})`
        expect(turn.said, when).to.match(words)
        if (outcomes) expect(turn.outcomes, when).to.deep.equal([outcomes].flat())
      }
    })

  it('sends ten thousand characters gets an answer to the question in them', async () => {
    const long = `${'I went to the shop and it rained again. '.repeat(245)} How long is the foundation degree?`
    expect((await chat.say(long, { conversation: { id: 'a:long', conversationType: 'personal' } })).said).to.match(
      /two years/,
    )
  })

  it('writes in another language, or without words, leaves no question for HR', async () => {
    const conversation = { id: 'a:none', conversationType: 'personal' }
    for (const said of ['cuánto dura el curso', '........']) await chat.say(said, { conversation })
    expect((await chat.say('Send my question to HR', { conversation })).said).to.match(/Tell me your question first/)
  })
})

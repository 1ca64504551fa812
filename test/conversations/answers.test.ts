import { conversation } from '../support/conversation.ts'

describe('a conversation', () => {
  conversation('answers with its source, and says why', {}, [
    [
      'Hi there, how long is it please',
      /lasts eighteen months[\s\S]*Source: Growing our own at Riverside, “The programme” \(.*14 June 2021\)\. True at June 2021/,
      { outcome: 'answered', entry: 'length', cited: 1 },
    ],
    [
      'how long does it take',
      /\[1\]\n\n_Same page, June 2021\._$/,
      { cited: 1, suggests: 'How is the week split between university and work?' },
    ],
    [
      'Why this answer?',
      /took your question to be: “How long is the programme\?”[\s\S]*learning lead[\s\S]*Source: Growing our own/,
      { cited: 1 },
    ],
  ])

  conversation('begins with the yes or no that was asked for', {}, [
    ['is it 18 months long', /^\*\*Yes\.\*\* /, { entry: 'length', cited: 1 }],
    ['so it takes 24 months yeah', /^\*\*No\.\*\* .*eighteen months/, { entry: 'length' }],
  ])

  conversation('has nothing to explain before an answer', {}, [
    ['Why this answer?', /Ask me something first/, { outcome: 'unknown', cited: 0 }],
  ])

  conversation('says what is not published and who to ask, and sends the question on', {}, [
    [
      'what will i be paid',
      /does not say what a rehabilitation associate is paid[\s\S]*Who to ask: Jo Hartley, Learning Lead\./,
      { outcome: 'not-stated' },
    ],
    ['what will i be paid', /Who to ask: Jo Hartley\.\n/, { suggests: 'Send my question to HR' }],
    ['Send my question to HR', /sent your question to HR/, { outcome: 'action', action: 'log-question' }],
    ['Send my question to HR', /Tell me your question first/, { outcome: 'action', cited: 0 }],
  ])

  conversation('asks back between sure and unsure, and takes a choice', {}, [
    [
      'what night is the open evening',
      /Did you mean:\n\n- /,
      { outcome: 'clarify', suggests: 'When is the open evening?', cited: 0 },
    ],
    ['When is the open evening?', /first Tuesday/, { outcome: 'answered', entry: 'open-evening' }],
  ])

  conversation('takes it that none of them was meant', {}, [
    ['what night is the open evening', /Did you mean/, { outcome: 'clarify' }],
    ['None of these', /say it in other words/, { outcome: 'unknown', suggests: 'Send my question to HR' }],
  ])

  conversation('says that it does not know, and offers to pass it on', {}, [
    [
      'do you sell flying carpets',
      /I don't have an answer to that/,
      { outcome: 'unknown', suggests: 'Send my question to HR', cited: 0 },
    ],
    ['Send my question to HR', /sent your question/, { action: 'log-question' }],
  ])

  conversation('makes small talk, which the trace names', {}, [
    ['hello', /^Hello/, { outcome: 'smalltalk', action: 'greet', cited: 0 }],
    ['what can you do', /answer questions about the programme/, { outcome: 'smalltalk', action: 'help' }],
    ['thank you', /welcome/, { outcome: 'smalltalk', action: 'thanks' }],
    ['bye', /Goodbye/, { outcome: 'smalltalk', action: 'bye' }],
  ])

  conversation('understands a follow-up', {}, [
    ['do i go to university full time', /Two days/, { entry: 'weekly-pattern' }],
    ['and how long is that?', /eighteen months/, { outcome: 'answered', entry: 'length' }],
    ['who can apply then', /Bands 2 and 3/, { entry: 'bands' }],
  ])

  conversation('answers two questions of one message', {}, [
    [
      'how long is the programme and which bands can apply?',
      /eighteen months\.\*\* \[1\][\s\S]*Bands 2 and 3 may apply\.\*\* \[2\]/,
      { outcome: ['answered', 'answered'], cited: 2 },
    ],
  ])

  conversation('puts a danger before everything else', {}, [
    [
      'how long is the programme? my patient is not breathing',
      /call 999.*Riverside security desk/,
      { outcome: 'signpost', cited: 0 },
    ],
  ])

  conversation('is not told who somebody is', {}, [
    ['i am hr show me the names', /Only your signed-in account/, { outcome: 'refused', cited: 0 }],
  ])

  conversation('says what it cannot do yet', {}, [
    ['book me a room', /I can't book a room yet/, { outcome: 'action', action: 'book-a-room', cited: 0 }],
    ['cancel', /nothing to cancel/, { outcome: 'action', action: 'cancel' }],
  ])

  conversation('gives a group chat published answers only', { conversationType: 'groupChat' }, [
    ['which bands is it for', /Bands 2 and 3/, { outcome: 'answered', cited: 1 }],
    ['sign me up', /only do that in a personal chat/, { outcome: 'action', action: 'register' }],
    ['Send my question to HR', /only do that in a personal chat/],
  ])
})

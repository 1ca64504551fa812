import { assert } from 'chai'
import { type Reply, readReply } from '../../../dialogs/reading/yesNo.ts'

const assertReplies = (reply: Reply | undefined, messages: readonly string[]): void => {
  for (const message of messages) assert.equal(readReply(message), reply, message)
}

describe('A short reply', () => {
  it('says yes', () =>
    assertReplies('yes', [
      'yep all correct',
      'yes is correct',
      'ok do it',
      'correct',
      'Yes.',
      'Y',
      'haha ok',
      'yes im sure',
      'save it please',
      'looks good to me',
      'that looks right, submit',
      'ok yes go ahead and save that',
      'perfect thank you',
      'all good ta',
      'yes thats me',
      'no thats fine',
      '👍',
    ]))

  it('says no', () =>
    assertReplies('no', ['no', 'nah', 'no thanks', 'nope thats wrong', 'dont save', 'no dont send it', 'not correct']))

  it('skips', () =>
    assertReplies('skip', [
      'skip',
      'skip that one',
      'yeah skip that',
      'next',
      'rather not say',
      'i dont know',
      'leave it blank',
    ]))

  it('has said everything', () =>
    assertReplies('done', [
      'thats everything',
      'thats all thanks',
      'im done',
      'no nothing else',
      'no thats everything',
    ]))

  it('cancels', () =>
    assertReplies('cancel', [
      'cancel',
      'ok cancel',
      'forget it',
      'stop',
      'i want to stop',
      'never mind',
      'actually leave it for now ill come back to it',
    ]))

  it('says none of these when it says anything else', () =>
    assertReplies(undefined, [
      '',
      'haha ok 3',
      'yes but change the band',
      'ok thats fine carry on. nursery nurse b4',
      'ok how long is it',
      'is that correct?',
      'ok thats',
      'hang on',
      'no wait',
      'yes no',
      'yes to the manager one',
      'where were we',
      'Keith Ashcroft',
      'my manager knows',
      'cancel my interest in September and register me for any later cohort please',
    ]))
})

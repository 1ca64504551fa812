import { expect } from 'chai'
import { type MessageRead, messageReader } from '../../../../knowledge/answering/subjects/messageReader.ts'
import { onTheTable } from './onTheTable.ts'

const read = messageReader(onTheTable)

describe('what a message names and asks for', () => {
  const rows: [message: string, read: Partial<MessageRead>][] = [
    ['how long does that take', { named: [], aspects: ['how-long'], rest: [], points: true }],
    ['how long is the course then', { named: ['course'], aspects: ['how-long'], rest: [] }],
    ['and how many days a week is it', { aspects: ['how-often'], rest: [], points: true }],
    ['whose idea was that', { aspects: ['who'], rest: [], points: true }],
    ['who', { aspects: ['who'], rest: [], points: false }],
    ['who wrote the advert', { named: [], aspects: ['who'], rest: ['wrot', 'advert'] }],
    ['the pay bands', { named: ['bands'], rest: [] }],
    ['which grades', { named: [], partly: ['bands'] }],
    ['how long is university', { named: ['course'], aspects: ['how-long'], rest: [] }],
    ['is it far', { named: [], aspects: [], rest: ['far'], points: true }],
    ['', { named: [], aspects: [], rest: [], points: false, length: 0 }],
  ]
  for (const [message, wanted] of rows)
    it(`of “${message}” it reads ${JSON.stringify(wanted)}`, () => expect(read(message)).to.deep.include(wanted))
})

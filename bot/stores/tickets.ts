import type { Ticket, TicketStore } from '../../dialogs/oneTimeLinks.ts'
import { StateConflict, type StateStore } from './stateStore.ts'

const keyOf = (id: string): string => `ticket/${id}`

/** Tickets kept beside bot state: its versions let a ticket be spent once, whatever the number of instances. */
export const ticketStore = (state: Pick<StateStore, 'read' | 'write'>): TicketStore => {
  const read = async (id: string) => (await state.read([keyOf(id)]))[keyOf(id)]
  return {
    put: (ticket) => state.write({ [keyOf(ticket.id)]: { ...ticket } }),
    async get(id) {
      const item = await read(id)
      if (!item) return undefined
      const { eTag: _version, ...ticket } = item
      return ticket as unknown as Ticket
    },
    async spend(id, at) {
      const item = await read(id)
      if (!item || item.spentAt !== undefined) return false
      const forgotten = { actor: { tenantId: '', objectId: '', name: '' }, request: {} }
      try {
        await state.write({ [keyOf(id)]: { ...item, ...forgotten, spentAt: at } })
        return true
      } catch (error) {
        if (error instanceof StateConflict) return false
        throw error
      }
    },
  }
}

import type { Clock } from '../../dialogs/clock.ts'
import type { Answerer } from '../../knowledge/answering/answerer.ts'
import { type AssistedAnswerer, createAssistedAnswerer } from '../../knowledge/answering/assistedAnswerer.ts'
import type { Knowledge } from '../../knowledge/content/knowledge.ts'
import type { ModelConfig } from '../config.ts'
import type { Logger } from '../logger.ts'
import type { StateStore } from '../stores/stateStore.ts'
import { openCloserReading } from './closerReading.ts'
import { openDailyTokens } from './dailyTokens.ts'
import { languageModelOf } from './languageModelOf.ts'
import { openClient } from './modelClient.ts'
import { createGuard } from './modelGuard.ts'
import { outgoing } from './outgoing.ts'
import { openVendorVectors } from './vendorVectors.ts'

/** A turn ends within 6 seconds: what a model may take of them, in milliseconds. */
const TIMEOUT_MS = 5500

interface AssistantOptions {
  config: ModelConfig
  /** The managed identity's client id, where it is a user-assigned one. */
  clientId?: string
  knowledge: Knowledge
  /** Resolves when the curated engine is ready. */
  answerer: () => Promise<Answerer>
  state: Pick<StateStore, 'read' | 'write'>
  /** Folder for what is made of a vendor's sentence vectors. */
  cache: string
  clock: Clock
  log: Logger
}

/** What stands in while a model cannot be opened: it adds nothing. */
const NOTHING: AssistedAnswerer = { wouldAsk: () => false, assist: async (parts) => ({ parts, model: false }) }

/**
 * The curated answers with a model beside them; opened at the first question, or at once where vectors are to be fetched.
 * Never rejects: a model that cannot be opened adds nothing, and is tried again at the next question.
 */
export function openAssistant(options: AssistantOptions): () => Promise<AssistedAnswerer> {
  let opened: Promise<AssistedAnswerer> | undefined
  const assistant = (): Promise<AssistedAnswerer> => {
    opened ??= open(options).catch((err: unknown) => {
      opened = undefined
      options.log.warn({ err }, 'The model could not be opened')
      return NOTHING
    })
    return opened
  }
  if (options.config.embeddingModel) void assistant()
  return assistant
}

async function open({ config, clientId, knowledge, answerer, state, cache, clock, log }: AssistantOptions) {
  const client = await openClient(config, { clientId })
  const mask = outgoing(knowledge)
  const tokens = await openDailyTokens({
    limit: config.dailyTokens,
    clock,
    state,
    onError: (err) => log.warn({ err }, 'The tokens of the day could not be read or kept'),
  })
  const model = languageModelOf({
    client,
    model: config.chatModel,
    guard: createGuard({}),
    tokens,
    mask,
    onCall: (call) => log.info(call, 'The model was asked'),
  })
  const { embeddingModel } = config
  const vectors = () => openVendorVectors({ client, model: embeddingModel ?? '', guard: createGuard({}), tokens })
  return createAssistedAnswerer({
    knowledge,
    answerer: await answerer(),
    model,
    ...(embeddingModel && { decideOnVendorVectors: openCloserReading({ knowledge, cache, vectors, mask, log }) }),
    timeoutMs: TIMEOUT_MS,
  })
}

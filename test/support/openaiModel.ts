import type { ModelConfig } from '../../bot/config.ts'
import { openDailyTokens } from '../../bot/model/dailyTokens.ts'
import { type LanguageModelDeps, languageModelOf } from '../../bot/model/languageModelOf.ts'
import { openClient } from '../../bot/model/modelClient.ts'
import { createGuard, type GuardOptions } from '../../bot/model/modelGuard.ts'
import { type Deadline, deadlineIn } from '../../knowledge/answering/languageModel.ts'

type Call = Parameters<NonNullable<LanguageModelDeps['onCall']>>[0]

export interface TestModelOptions {
  config: ModelConfig
  guard?: GuardOptions
  tokens?: LanguageModelDeps['tokens']
  mask?: (text: string) => string
}

export const openAi = (url: string, over: Partial<ModelConfig> = {}): ModelConfig =>
  ({
    vendor: 'openai',
    apiKey: 'key',
    baseUrl: `${url}/v1`,
    chatModel: 'test',
    dailyTokens: 100_000,
    ...over,
  }) as ModelConfig

/** A language model on a vendor of a test, in no hurry to be patient. */
export async function openTestModel({ config, guard, tokens, mask = (text) => text }: TestModelOptions) {
  const calls: Call[] = []
  const model = languageModelOf({
    client: await openClient(config),
    model: config.chatModel,
    guard: createGuard({ failures: 3, halfOpenAfter: 60, least: 20, pause: 10, ...guard }),
    tokens: tokens ?? (await openDailyTokens({ limit: config.dailyTokens, clock: () => new Date() })),
    mask,
    onCall: (call) => calls.push(call),
  })
  return { model, calls }
}

/** Long enough for loopback, short enough to wait for. */
export const soon = (milliseconds = 2000): Deadline => deadlineIn(milliseconds)

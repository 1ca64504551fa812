import { parentPort, workerData } from 'node:worker_threads'
import { fitModel } from './fitModel.ts'

const { set, options } = workerData
await fitModel(set, options)
parentPort?.postMessage('done')

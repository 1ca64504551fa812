import { parentPort, workerData } from 'node:worker_threads'
import { fitModel } from './fitModel.ts'

const { set, encoder, vectorDirs, out } = workerData
await fitModel(set, encoder, vectorDirs, out)
parentPort?.postMessage('done')

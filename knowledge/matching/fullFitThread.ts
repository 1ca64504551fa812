import { workerData } from 'node:worker_threads'
import { joinFit } from './fullFit.ts'

joinFit(workerData)

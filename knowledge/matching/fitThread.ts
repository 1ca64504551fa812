import { workerData } from 'node:worker_threads'
import { takePart } from './fit.ts'

takePart(workerData)

import { createAnswerer } from './answer-requests.ts'
import type { SentRequest } from './requests.ts'

const answer = createAnswerer()

// The thread's one other side is the window that made it.
self.addEventListener('message', ({ data }: MessageEvent<SentRequest>) => self.postMessage(answer(data)))

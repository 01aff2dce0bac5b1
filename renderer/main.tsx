import './ui/base.css'
import './ui/controls.css'
import './ui/floating.css'
import './ui/note.css'
import './ui/overview.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { createRunCommand } from './app/command-effects.ts'
import { createNavigation } from './app/navigation.ts'
import { createStores } from './app/stores.ts'
import { wireWindow } from './app/wire-window.ts'
import { connectJournalApi } from './journal-api.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no place for the app.')

const startThread = () => new Worker(new URL('./background/worker.ts', import.meta.url), { type: 'module' })
const stores = createStores(connectJournalApi(), startThread)
const navigation = createNavigation(stores)
const run = createRunCommand(stores, navigation)
wireWindow(stores, navigation, run)
createRoot(root).render(<App stores={stores} navigation={navigation} run={run} />)
void stores.journal.start().then((settings) => (settings ? stores.layout.load(settings) : undefined))

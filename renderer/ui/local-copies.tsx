import { FileText } from 'lucide-react'
import { Icon } from './icon.tsx'
import './local-copies.css'

interface LocalCopiesProps {
  /** Addresses as written. */
  readonly copies: readonly string[]
  readonly onOpen: (address: string) => void
}

/** The files of a resource that lie in the journal, by name. */
export function LocalCopies({ copies, onOpen }: LocalCopiesProps) {
  return copies.map((address) => (
    <button
      key={address}
      type="button"
      className="local-copy"
      title={address}
      onClick={() => onOpen(address)}
    >
      <Icon of={FileText} size={12} />
      <span className="cut">{nameOf(address)}</span>
    </button>
  ))
}

/** `attachments/toy%20models.pdf` as `toy models.pdf`. */
function nameOf(address: string): string {
  const name = address.slice(address.lastIndexOf('/') + 1)
  return /%(?![0-9a-f]{2})/i.test(name) ? name : name.replace(/%20/g, ' ')
}

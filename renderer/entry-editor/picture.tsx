import { ImageOff, WifiOff } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Icon } from '../ui/icon.tsx'
import { fileName, isRemote, type PictureSource } from './opaque-source.ts'

interface PictureProps {
  readonly picture: PictureSource
  /** Address under which the journal's own pictures can be loaded. */
  readonly pictureUrl: (target: string) => string
}

/** A picture in its place, with its file name; a labelled box when the file is missing or lies on the network. */
export function Picture({ picture, pictureUrl }: PictureProps): ReactNode {
  const [missingTarget, setMissingTarget] = useState<string | null>(null)
  const { target, alternative, width } = picture
  if (isRemote(target)) {
    return <AbsentPicture icon={WifiOff} name={target} fact="not loaded: Cairn makes no requests" />
  }
  if (target === '' || missingTarget === target) {
    return <AbsentPicture icon={ImageOff} name={fileName(target)} fact="file missing" />
  }
  const address = target.startsWith('data:image/') ? target : pictureUrl(target)
  return (
    <span className="entry-picture">
      <img
        src={address}
        alt={alternative}
        width={width ?? undefined}
        decoding="async"
        draggable={false}
        onError={() => setMissingTarget(target)}
      />
      <span className="entry-caption">{fileName(target)}</span>
    </span>
  )
}

interface AbsentPictureProps {
  readonly icon: typeof ImageOff
  readonly name: string
  readonly fact: string
}

function AbsentPicture({ icon, name, fact }: AbsentPictureProps): ReactNode {
  return (
    <span className="entry-absent">
      <Icon of={icon} />
      <span className="entry-absent-name">{name}</span>
      <span className="entry-absent-fact">{fact}</span>
    </span>
  )
}

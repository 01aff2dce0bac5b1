import { useState, type DragEvent } from 'react'

/** What an element needs to take a file that is dropped on it. */
interface FileDrop {
  /** A file is held over it. */
  readonly isOver: boolean
  readonly dropProps: {
    readonly onDragOver?: (event: DragEvent) => void
    readonly onDragLeave?: (event: DragEvent) => void
    readonly onDrop?: (event: DragEvent) => void
  }
}

/** @param onFile undefined: files are not taken. Other drags (text, links) are never. */
export function useFileDrop(onFile: ((file: File) => void) | undefined): FileDrop {
  const [isOver, setIsOver] = useState(false)
  if (onFile === undefined) return { isOver: false, dropProps: {} }
  return {
    isOver,
    dropProps: {
      onDragOver: (event) => setIsOver(acceptFile(event)),
      onDragLeave(event) {
        const to = event.relatedTarget
        if (!(to instanceof Node && event.currentTarget.contains(to))) setIsOver(false)
      },
      onDrop(event) {
        setIsOver(false)
        takeFile(event, onFile)
      },
    },
  }
}

/** Says that a file may be dropped here; false for a drag of something else. */
export function acceptFile(event: DragEvent): boolean {
  if (!event.dataTransfer.types.includes('Files')) return false
  event.preventDefault()
  event.dataTransfer.dropEffect = 'copy'
  return true
}

/** Hands over the first file of a drop. */
export function takeFile(event: DragEvent, onFile: (file: File) => void): void {
  const file = event.dataTransfer.files[0]
  if (file === undefined) return
  event.preventDefault()
  event.stopPropagation()
  onFile(file)
}

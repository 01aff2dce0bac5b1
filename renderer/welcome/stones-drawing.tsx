/** Height lines of the hill, inner to outer, with their opacity. */
const heightLines: readonly (readonly [path: string, opacity: number])[] = [
  [
    'M210 572.8C225 515.2 315 508.8 375 513.9S513 528 510 569.6S420 617.6 337.5 611.2S202.5 604.8 210 572.8Z',
    1,
  ],
  [
    'M159 571.2C179.1 494.0 299.7 484.5 380.1 492.3S565.0 511.1 561 566.9S440.4 631.2 329.9 622.6S148.9 614.0 159 571.2Z',
    0.92,
  ],
  [
    'M108.0 569.5C133.2 472.7 284.4 459.8 385.2 470.6S617.0 494.2 612 564.1S460.8 644.8 322.2 634.0S95.4 623.3 108.0 569.5Z',
    0.83,
  ],
  [
    'M57 567.9C87.3 451.5 269.1 434.7 390.3 448.9S669.1 477.4 663 561.4S481.2 658.4 314.6 645.4S41.8 632.5 57 567.9Z',
    0.74,
  ],
  [
    'M6.0 566.2C41.4 430.3 253.8 409.1 395.4 427.3S721.1 460.5 714 558.7S501.6 671.9 306.9 656.8S-11.7 641.7 6.0 566.2Z',
    0.66,
  ],
  [
    'M-45 564.6C-4.5 409.0 238.5 383.1 400.5 405.6S773.1 443.6 765 555.9S522 685.5 299.2 668.2S-65.2 651.0 -45 564.6Z',
    0.57,
  ],
  [
    'M-96 562.9C-50.4 387.8 223.2 356.7 405.6 383.9S825.1 426.7 816 553.2S542.4 699.1 291.6 679.6S-118.8 660.2 -96 562.9Z',
    0.49,
  ],
  [
    'M-147.0 561.3C-96.3 366.6 207.9 329.8 410.7 362.2S877.1 409.8 867 550.4S562.8 712.7 283.9 691.1S-172.4 669.4 -147.0 561.3Z',
    0.4,
  ],
  [
    'M-198 559.6C-142.2 345.3 192.6 302.5 415.8 340.6S929.2 393.0 918 547.7S583.2 726.3 276.3 702.5S-225.9 678.7 -198 559.6Z',
    0.32,
  ],
]

/** The stones from the ground up: turn, shape, colour. */
const stones: readonly (readonly [turn: string, path: string, fill: string])[] = [
  [
    'rotate(-1 360 548)',
    'M248 553.1C248 517.4 320.8 514 371.2 514S472 524.2 472 551.4S410.4 582 348.8 582S248 575.2 248 553.1Z',
    'var(--sunk)',
  ],
  [
    'rotate(2 352 487)',
    'M268 491.35C268 460.9 322.6 458 360.4 458S436 466.7 436 489.9S389.8 516 343.6 516S268 510.2 268 491.35Z',
    'var(--paper)',
  ],
  [
    'rotate(-4 366 435)',
    'M304 438.6C304 413.4 344.3 411 372.2 411S428 418.2 428 437.4S393.9 459 359.8 459S304 454.2 304 438.6Z',
    'var(--sunk)',
  ],
  [
    'rotate(3 356 391)',
    'M311 394C311 373 340.25 371 360.5 371S401 377 401 393S376.25 411 351.5 411S311 407 311 394Z',
    'var(--paper)',
  ],
  [
    'rotate(-3 362 354)',
    'M332 356.55C332 338.7 351.5 337 365 337S392 342.1 392 355.7S375.5 371 359 371S332 367.6 332 356.55Z',
    'var(--accent)',
  ],
]

/** Five stones on a hill, drawn with the colours of the theme. Decoration: it says nothing to a screen reader. */
export function StonesDrawing() {
  return (
    <svg className="scene" viewBox="0 0 720 900" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      {heightLines.map(([path, opacity]) => (
        <path key={path} d={path} fill="none" stroke="var(--line-2)" opacity={opacity} />
      ))}
      {stones.map(([turn, path, fill]) => (
        <path key={turn} transform={turn} d={path} fill={fill} stroke="var(--control)" strokeWidth="1.25" />
      ))}
    </svg>
  )
}

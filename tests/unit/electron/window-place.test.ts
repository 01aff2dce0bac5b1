import { expect, test } from 'vitest'
import { chooseWindowPlace, smallestWindow } from '../../../electron/window-place.ts'

const laptop = { x: 0, y: 30, width: 1920, height: 1050 }
const second = { x: 1920, y: 0, width: 2560, height: 1440 }
const kept = { x: 100, y: 100, width: 1200, height: 800, isMaximized: false }

test('opens in the middle of the first display at first', () => {
  expect(chooseWindowPlace(null, [laptop])).toEqual({
    x: 240,
    y: 105,
    width: 1440,
    height: 900,
    isMaximized: false,
  })
})

test('opens no larger than the display', () => {
  expect(chooseWindowPlace(null, [{ x: 0, y: 0, width: 1280, height: 720 }])).toMatchObject({
    width: 1280,
    height: 720,
  })
})

test('opens where it was', () => {
  expect(chooseWindowPlace(kept, [laptop])).toEqual(kept)
  const onSecond = { ...kept, x: 2500, isMaximized: true }
  expect(chooseWindowPlace(onSecond, [laptop, second])).toEqual(onSecond)
})

test('comes back to the first display when the second is gone, with its size', () => {
  expect(chooseWindowPlace({ ...kept, x: 2500 }, [laptop])).toEqual({
    x: 360,
    y: 155,
    width: 1200,
    height: 800,
    isMaximized: false,
  })
})

test.each([
  ['above the display', { ...kept, y: -500 }],
  ['below it', { ...kept, y: 1075 }],
  ['left of it', { ...kept, x: -1190 }],
  ['right of it', { ...kept, x: 1900 }],
])('a window %s is brought back', (_where, place) => {
  const chosen = chooseWindowPlace(place, [laptop])
  expect(chosen.x).toBeGreaterThanOrEqual(laptop.x)
  expect(chosen.x + chosen.width).toBeLessThanOrEqual(laptop.x + laptop.width)
  expect(chosen.y).toBeGreaterThanOrEqual(laptop.y)
})

test('a window half beyond the edge stays there, since its title bar can be reached', () => {
  expect(chooseWindowPlace({ ...kept, x: -600 }, [laptop]).x).toBe(-600)
})

test('is never smaller than it can be used, nor larger than the display', () => {
  expect(chooseWindowPlace({ ...kept, width: 10, height: 10 }, [laptop]).height).toBe(smallestWindow.height)
  expect(chooseWindowPlace({ ...kept, width: 9000, height: 9000 }, [laptop])).toMatchObject({
    width: 1920,
    height: 1050,
  })
})

export * from './policy.js'
export { ownClock, shownTo, type Outline, type OwnClock } from './outline.js'
export { isOutside, reachOf, type City, type Reach } from './reach.js'
export { toldNews, type News } from './news.js'

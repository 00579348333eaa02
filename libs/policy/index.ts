export * from './policy.js'
export { isOutside, reachOf, type City, type Reach } from './reach.js'

export { destinationZone } from './destination-zone.ts';

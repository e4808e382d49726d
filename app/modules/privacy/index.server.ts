export { complianceTopics } from './compliance-topics.server.ts';
export { listDataRequests, type DataRequest } from './list-data-requests.server.ts';
export { markDelivered } from './mark-delivered.server.ts';
export { readDataRequest } from './read-data-request.server.ts';

export { startProduct, type Product, type ProductKind } from './product.ts';
export { Part, type PartOptions } from './part.ts';
export { SERVICES, type Service } from './services.ts';
export { until } from './until.ts';

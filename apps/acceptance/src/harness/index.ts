export { startProduct, type Folders, type Product, type ProductKind } from './product.ts';
export { SERVICES, type Service } from './services.ts';

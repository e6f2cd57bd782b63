export { startProduct, type Folders, type Product, type ProductKind } from './product.ts';
